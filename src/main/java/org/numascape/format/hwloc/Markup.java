package org.numascape.format.hwloc;

import java.util.Map;

/// Builds XML in the plain form that hwloc's own parser insists on: one tag a line, attributes in
/// double quotes.
final class Markup {

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean inTag;

  Markup() {
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<!DOCTYPE topology SYSTEM \"hwloc2.dtd\">\n");
  }

  /// A start tag; what follows is inside.
  void open(String name, Map<String, String> attributes) {
    start(name, attributes);
    inTag = true;
    depth++;
  }

  /// The end of what was opened last; where nothing is inside, its tag ends itself.
  void close(String name) {
    depth--;
    if (inTag) {
      text.append("/>\n");
      inTag = false;
    } else {
      indent();
      text.append("</").append(name).append(">\n");
    }
  }

  /// An element with nothing inside.
  void empty(String name, Map<String, String> attributes) {
    start(name, attributes);
    text.append("/>\n");
  }

  /// An element with plain words inside.
  void words(String name, Map<String, String> attributes, String words) {
    start(name, attributes);
    text.append('>');
    escape(words);
    text.append("</").append(name).append(">\n");
  }

  private void start(String name, Map<String, String> attributes) {
    if (inTag) {
      text.append(">\n");
      inTag = false;
    }
    indent();
    text.append('<').append(name);
    attributes.forEach((attribute, value) -> {
      text.append(' ').append(attribute).append("=\"");
      escape(value);
      text.append('"');
    });
  }

  private void indent() {
    text.repeat(' ', 2 * depth);
  }

  private void escape(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        default -> text.append(isPlain(words, i) ? c : ' ');
      }
    }
  }

  /// Whether XML 1.0 knows the character; half a surrogate pair is none.
  private static boolean isPlain(String words, int at) {
    char c = words.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < words.length() && Character.isLowSurrogate(words.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(words.charAt(at - 1));
    }
    return c >= ' ' && c < '\uFFFE';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
