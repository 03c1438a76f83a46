package org.numascape.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.format.FormatException;

/// A value in a JSON text that knows its line and its path, so that what is wrong with it can be
/// said.
///
/// Absent and `null` are the same. Every method throws [FormatException] with the line to blame.
///
/// @param members by name, where it is an object
/// @param items in order, where it is an array
/// @param text what a string, number or word says
record JsonPart(
    String source,
    int line,
    String path,
    JsonToken token,
    Map<String, JsonPart> members,
    List<JsonPart> items,
    String text) {

  /// A host of 4,096 PUs with a thousand guests stays well below these.
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxDocumentLength(TextFile.LIMIT)
          .maxNestingDepth(300)
          .maxStringLength(4_000_000)
          .maxNumberLength(30)
          .maxNameLength(1_000)
          .build();

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(LIMITS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /// Reads a whole text.
  static JsonPart read(String source, String json) throws FormatException {
    try (var parser = JSON.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new FormatException(source, 0, "The file is empty.");
      }
      var whole = value(source, "", parser);
      if (parser.nextToken() != null) {
        throw new FormatException(source, line(parser), "Something follows the end of the JSON.");
      }
      return whole;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new FormatException(
          source,
          at == null ? 0 : Math.max(0, at.getLineNr()),
          "The JSON is damaged: " + oneSentence(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new FormatException(source, 0, "The JSON cannot be read: " + e.getMessage() + ".");
    }
  }

  private static String oneSentence(String message) {
    int end = message.indexOf('\n');
    String first = (end < 0 ? message : message.substring(0, end)).strip();
    return first.endsWith(".") ? first : first + ".";
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static JsonPart value(String source, String path, JsonParser parser) throws IOException {
    var token = parser.currentToken();
    int line = line(parser);
    var members = new LinkedHashMap<String, JsonPart>();
    var items = new ArrayList<JsonPart>();
    String text = "";
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(source, path.isEmpty() ? name : path + "." + name, parser));
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(source, path + "[" + items.size() + "]", parser));
      }
    } else {
      text = parser.getText();
    }
    return new JsonPart(source, line, path, token, members, items, text);
  }

  /// The error that blames this value.
  FormatException wrong(String what) {
    return new FormatException(source, line, path.isEmpty() ? what : path + ": " + what);
  }

  /// Whether the member is named at all, be it `null`.
  boolean names(String name) {
    return members.containsKey(name);
  }

  /// A member, if it is there and not `null`.
  Optional<JsonPart> member(String name) {
    return Optional.ofNullable(members.get(name)).filter(m -> m.token != JsonToken.VALUE_NULL);
  }

  /// A member that has to be there.
  JsonPart needed(String name) throws FormatException {
    var found = member(name);
    if (found.isEmpty()) {
      throw wrong("\"" + name + "\" is missing.");
    }
    return found.get();
  }

  /// This as an object.
  JsonPart object() throws FormatException {
    if (token != JsonToken.START_OBJECT) {
      throw wrong("An object in braces belongs here.");
    }
    return this;
  }

  /// The items of a member that is a list; none when it is absent.
  List<JsonPart> list(String name) throws FormatException {
    var found = member(name);
    return found.isEmpty() ? List.of() : found.get().elements();
  }

  /// The items of this as a list.
  List<JsonPart> elements() throws FormatException {
    if (token != JsonToken.START_ARRAY) {
      throw wrong("A list in brackets belongs here.");
    }
    return items;
  }

  /// The members of a member that is an object; none when it is absent.
  Map<String, JsonPart> map(String name) throws FormatException {
    var found = member(name);
    return found.isEmpty() ? Map.of() : found.get().object().members;
  }

  /// This as a string.
  String string() throws FormatException {
    if (token != JsonToken.VALUE_STRING) {
      throw wrong("A text in quotes belongs here.");
    }
    return text;
  }

  /// This as a whole number.
  long number(long least, long most) throws FormatException {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw wrong("A whole number belongs here.");
    }
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong(text + " is not between " + least + " and " + most + ".");
    }
    if (value < least || value > most) {
      throw wrong(text + " is not between " + least + " and " + most + ".");
    }
    return value;
  }

  /// A member that is a string; empty when it is absent.
  String text(String name) throws FormatException {
    var found = member(name);
    return found.isEmpty() ? "" : found.get().string();
  }

  /// A member that is an `int`, or `absent` when it is absent.
  int integer(String name, int least, int absent) throws FormatException {
    var found = member(name);
    return found.isEmpty() ? absent : (int) found.get().number(least, Integer.MAX_VALUE);
  }

  /// A member that is a count or an amount; 0 when it is absent.
  long amount(String name) throws FormatException {
    var found = member(name);
    return found.isEmpty() ? 0 : found.get().number(0, Long.MAX_VALUE);
  }

  /// A member that is a decimal number; 0 when it is absent.
  double decimal(String name) throws FormatException {
    var found = member(name);
    if (found.isEmpty()) {
      return 0;
    }
    if (!found.get().token.isNumeric()) {
      throw found.get().wrong("A number belongs here.");
    }
    return Double.parseDouble(found.get().text);
  }

  /// A member that is `true` or `false`; `false` when it is absent.
  boolean truth(String name) throws FormatException {
    var found = member(name);
    if (found.isPresent() && !found.get().token.isBoolean()) {
      throw found.get().wrong("\"true\" or \"false\" without quotes belongs here.");
    }
    return found.isPresent() && found.get().token == JsonToken.VALUE_TRUE;
  }
}
