package org.numascape.format;

/// Looks at what stands before the root element, so that no parser ever meets a declaration.
final class XmlProlog {

  /// What is said about entities wherever they turn up.
  static final String NO_ENTITIES =
      "the text uses XML entities, which are not read because they can hide or multiply content;"
          + " remove the DOCTYPE and the entities.";

  private final String source;
  private final String text;
  private int at;

  private XmlProlog(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /// Refuses an empty or too large text, one that is no XML, and a DOCTYPE that declares or is not
  /// expected.
  static void check(String source, String text, Xml.Expected expected) throws FormatException {
    if (text.length() > Xml.MAX_BYTES) {
      throw tooLarge(source, text.length());
    }
    new XmlProlog(source, text).walk(expected);
  }

  /// One sentence naming size and limit.
  static FormatException tooLarge(String source, long bytes) {
    return new FormatException(
        source,
        0,
        "the text has %,d MiB, at most %,d MiB are read; export the topology or domain alone."
            .formatted(Math.ceilDiv(bytes, 1L << 20), Xml.MAX_BYTES >> 20));
  }

  private void walk(Xml.Expected expected) throws FormatException {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    skipWhiteSpace();
    if (at == text.length()) {
      throw new FormatException(source, 0, "the text is empty; " + expected.advice());
    }
    if (text.charAt(at) != '<') {
      throw new FormatException(
          source,
          line(),
          "the text does not begin with \"<\", so it is no XML; " + expected.advice());
    }
    while (skipped("<?", "?>") || skipped("<!--", "-->")) {
      skipWhiteSpace();
    }
    if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      doctype(expected);
    }
  }

  private void skipWhiteSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean skipped(String opening, String closing) {
    if (!text.startsWith(opening, at)) {
      return false;
    }
    int end = text.indexOf(closing, at + opening.length());
    at = end < 0 ? text.length() : end + closing.length();
    return end >= 0;
  }

  private void doctype(Xml.Expected expected) throws FormatException {
    int line = line();
    char quote = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        throw new FormatException(source, line, NO_ENTITIES);
      } else if (c == '>') {
        break;
      }
    }
    if (expected.doctype() == Xml.Doctype.REFUSED) {
      throw new FormatException(
          source, line, "the text has a DOCTYPE, which does not belong here; " + expected.advice());
    }
  }

  private int line() {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
