package org.numascape.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// Reads the argument of a QEMU option: `driver,key=value,key=value`, with `,,` for a comma inside
/// a value, or the JSON object that newer QEMU takes in its place.
///
/// Source: QEMU `util/keyval.c`, `util/qemu-option.c`.
final class PropertyList {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PropertyList() {}

  static List<Property> of(Word argument) {
    String value = argument.value();
    if (value.startsWith("{")) {
      return json(argument);
    }
    var found = new ArrayList<Property>();
    for (int at = 0; at < value.length(); ) {
      int end = endOfElement(value, at);
      found.add(property(argument, at, end, found.isEmpty()));
      at = end + 1;
    }
    return found;
  }

  private static int endOfElement(String value, int from) {
    for (int at = from; at < value.length(); at++) {
      if (value.charAt(at) == ',') {
        if (!value.startsWith(",,", at)) {
          return at;
        }
        at++;
      }
    }
    return value.length();
  }

  private static Property property(Word argument, int from, int end, boolean first) {
    String element = argument.value().substring(from, end);
    int equals = element.indexOf('=');
    boolean named = equals > 0;
    String key = named ? element.substring(0, equals) : first ? "" : element;
    String raw = named ? element.substring(equals + 1) : first ? element : "on";
    int valueFrom = named ? from + equals + 1 : first ? from : end;
    var valueSpan = valueFrom < end ? argument.span(valueFrom, end) : behind(argument, from, end);
    return new Property(key, raw.replace(",,", ","), argument.span(from, end), valueSpan, true);
  }

  private static Span behind(Word argument, int from, int end) {
    int at = argument.span(from, end).end();
    return new Span(at, at);
  }

  private static List<Property> json(Word argument) {
    var found = new ArrayList<Property>();
    try {
      for (var field : JSON.readTree(argument.value()).properties()) {
        boolean leads = field.getKey().equals("qom-type") || field.getKey().equals("driver");
        add(found, leads ? "" : field.getKey(), field.getValue(), argument.span());
      }
    } catch (JsonProcessingException broken) {
      return List.of(new Property("", argument.value(), argument.span(), argument.span(), false));
    }
    return found;
  }

  private static void add(List<Property> found, String key, JsonNode value, Span span) {
    if (value.isArray()) {
      value.forEach(element -> {
        if (element.isValueNode()) {
          add(found, key, element, span);
        }
      });
      return;
    }
    String text = value.isBoolean() ? (value.asBoolean() ? "on" : "off") : value.asText();
    found.add(new Property(key, text, span, span, false));
  }
}
