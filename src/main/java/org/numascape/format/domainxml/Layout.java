package org.numascape.format.domainxml;

import java.util.Optional;

/// How a text is laid out around a place: line ends, indentation, quotes, the end of an empty tag.
/// What is inserted follows it.
record Layout(XmlText xml) {

  private String text() {
    return xml.text();
  }

  /// The line end the text uses; empty when it is all on one line.
  String newline() {
    int first = text().indexOf('\n');
    if (first < 0) {
      return "";
    }
    return first > 0 && text().charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /// The white space an element is indented by, empty Optional when something else is before it on
  /// its line.
  Optional<String> indent(XmlElement element) {
    int start = element.span().start();
    int line = lineStart(start);
    String before = text().substring(line, start);
    return before.isBlank() ? Optional.of(before) : Optional.empty();
  }

  /// One step of indentation, from the first child that is on a line of its own.
  private String step(XmlElement parent) {
    String outer = indent(parent).orElse("");
    return parent.children().stream()
        .flatMap(child -> indent(child).stream())
        .filter(inner -> inner.length() > outer.length() && inner.startsWith(outer))
        .findFirst()
        .map(inner -> inner.substring(outer.length()))
        .or(() ->
            parent.equals(xml.root()) ? Optional.<String>empty() : Optional.of(step(xml.root())))
        .orElse("  ");
  }

  /// What a child of `parent` is indented by.
  String childIndent(XmlElement parent) {
    return parent.children().stream()
        .flatMap(child -> indent(child).stream())
        .findFirst()
        .orElseGet(() -> indent(parent).orElse("") + step(parent));
  }

  /// One step of indentation as the text mostly has it.
  String step() {
    return step(xml.root());
  }

  /// One step of indentation below `parent`.
  String childStep(XmlElement parent) {
    return step(parent);
  }

  /// Whether the children of `parent` are on lines of their own.
  boolean linewise(XmlElement parent) {
    if (newline().isEmpty()) {
      return false;
    }
    boolean alone = parent.children().stream().anyMatch(child -> indent(child).isPresent());
    return alone || (parent.children().isEmpty() && indent(parent).isPresent());
  }

  /// The quote character used nearest: in `near`, else in the first attribute of the text.
  char quote(XmlElement near) {
    return near.attributes().stream()
        .findFirst()
        .or(() -> near.children().stream().flatMap(c -> c.attributes().stream()).findFirst())
        .or(() -> xml.root().attributes().stream().findFirst())
        .map(attribute -> text().charAt(attribute.valueEnd()))
        .orElse('\'');
  }

  /// `/>`, or ` />` where `near` is written so.
  String emptyTagEnd(XmlElement near) {
    int end = near.span().openEnd();
    boolean spaced = near.span().selfClosing() && text().startsWith(" />", end - 3);
    return spaced ? " />" : "/>";
  }

  /// Where the line of a place begins.
  int lineStart(int at) {
    return Math.max(text().lastIndexOf('\n', at - 1), text().lastIndexOf('\r', at - 1)) + 1;
  }

  /// After the line end when only blanks come before it, else -1.
  int afterBlankLineRest(int at) {
    int end = at;
    while (end < text().length() && " \t".indexOf(text().charAt(end)) >= 0) {
      end++;
    }
    if (text().startsWith("\r\n", end)) {
      return end + 2;
    }
    return end < text().length() && text().charAt(end) == '\n' ? end + 1 : -1;
  }

  /// Where a line break may be put after `at` without parting it from comments on the same line;
  /// `at` where something else follows there.
  int endOfLine(int at) {
    int end = at;
    while (end < text().length()) {
      if (text().startsWith("<!--", end)) {
        int close = text().indexOf("-->", end);
        if (text().substring(end, close).indexOf('\n') >= 0) {
          return at;
        }
        end = close + 3;
      } else if (" \t".indexOf(text().charAt(end)) >= 0) {
        end++;
      } else {
        boolean lineEnds = text().charAt(end) == '\n' || text().startsWith("\r\n", end);
        return lineEnds ? end : at;
      }
    }
    return at;
  }
}
