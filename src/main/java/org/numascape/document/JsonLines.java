package org.numascape.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/// Lays JSON out so that a line-by-line comparison of two versions reads well.
///
/// What holds no list of objects and fits on a line stays on one line. An object that is an item of
/// a list and does not fit has its plain members on its first line. `xml` is always one line an
/// item.
final class JsonLines {
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private JsonLines() {}

  /// The text, with a newline at its end.
  static String of(JsonNode root) {
    var lines = new JsonLines();
    lines.members(root, "", false);
    return lines.out.append('\n').toString();
  }

  private void value(JsonNode node, String name, String indent, boolean item) {
    if (node.isEmpty() || (!name.equals("xml") && isShort(node, indent))) {
      compact(node, out);
    } else if (node.isArray()) {
      items(node, indent);
    } else {
      members(node, indent, item);
    }
  }

  private void members(JsonNode object, String indent, boolean item) {
    out.append('{');
    boolean first = true;
    boolean onHead = item;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      onHead &= member.getValue().isValueNode();
      if (!first) {
        out.append(onHead ? ", " : ",");
      }
      if (!onHead) {
        out.append('\n').append(indent).append("  ");
      }
      quote(member.getKey(), out);
      out.append(": ");
      value(member.getValue(), member.getKey(), indent + "  ", false);
      first = false;
    }
    out.append('\n').append(indent).append('}');
  }

  private void items(JsonNode array, String indent) {
    out.append('[');
    for (Iterator<JsonNode> rest = array.iterator(); rest.hasNext(); ) {
      out.append('\n').append(indent).append("  ");
      value(rest.next(), "", indent + "  ", true);
      out.append(rest.hasNext() ? "," : "");
    }
    out.append('\n').append(indent).append(']');
  }

  private static boolean isShort(JsonNode node, String indent) {
    if (node.isValueNode()) {
      return true;
    }
    for (var inner : node) {
      if (inner.isContainerNode() && !inner.isEmpty()) {
        return false;
      }
    }
    var line = new StringBuilder(indent);
    compact(node, line);
    return line.length() <= WIDTH;
  }

  private static void compact(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      String separator = "{";
      for (var member : node.properties()) {
        out.append(separator);
        quote(member.getKey(), out);
        out.append(": ");
        compact(member.getValue(), out);
        separator = ", ";
      }
      out.append(node.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      String separator = "[";
      for (var item : node) {
        out.append(separator);
        compact(item, out);
        separator = ", ";
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isTextual()) {
      quote(node.textValue(), out);
    } else {
      out.append(node.asText());
    }
  }

  /// Half a surrogate pair has no UTF-8 form, so it is escaped; everything else stays readable.
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    var escaped = new StringBuilder();
    JsonStringEncoder.getInstance().quoteAsString(text, escaped);
    escaped
        .codePoints()
        .forEach(point -> {
          if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04X", point));
          } else {
            out.appendCodePoint(point);
          }
        });
    out.append('"');
  }
}
