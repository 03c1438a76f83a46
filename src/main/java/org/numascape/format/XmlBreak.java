package org.numascape.format;

import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/// Says in a sentence where and how an XML text is broken.
record XmlBreak(String source, String text) {

  /// @param open the elements that were open when the parser gave up, innermost first
  FormatException explain(XMLStreamException broken, Deque<XmlElement.Builder> open) {
    int line = broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNumber());
    if (!open.isEmpty() && isCutOff(open.getLast().name())) {
      var innermost = open.getFirst();
      return new FormatException(
          source,
          line,
          "the text ends before <%s> of line %d is closed; it was cut off, so copy or export it again."
              .formatted(innermost.name(), innermost.line()));
    }
    return new FormatException(
        source, line, "this is no well-formed XML (" + reason(broken) + "); export it again.");
  }

  private boolean isCutOff(String root) {
    return !text.contains("</" + root) && !text.contains(":" + root + ">");
  }

  /// The parser's own words without its position, which stands elsewhere.
  private static String reason(XMLStreamException broken) {
    String message = String.valueOf(broken.getMessage());
    int start = message.indexOf("Message: ");
    String words = start < 0 ? message : message.substring(start + "Message: ".length());
    String line = words.lines().findFirst().orElse("").strip();
    String plain = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return plain.isEmpty()
        ? "the parser gives no reason"
        : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
  }
}
