package org.numascape.format.picture;

/// Text in XML.
interface XmlText {

  /// Appends a text with what XML wants escaped; what XML has no form for becomes U+FFFD.
  static void append(String text, Bytes out) {
    int plain = 0;
    while (plain < text.length() && simple(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      out.ascii(text);
      return;
    }
    text.codePoints()
        .forEach(code -> {
          switch (code) {
            case '<' -> out.ascii("&lt;");
            case '>' -> out.ascii("&gt;");
            case '&' -> out.ascii("&amp;");
            case '"' -> out.ascii("&quot;");
            default -> out.utf8(Character.toString(allowed(code) ? code : 0xfffd));
          }
        });
  }

  private static boolean simple(char character) {
    return character >= ' '
        && character < 127
        && character != '<'
        && character != '>'
        && character != '&'
        && character != '"';
  }

  /// Whether XML 1.0 has a form for a character (production 2).
  private static boolean allowed(int code) {
    boolean surrogate = code >= 0xd800 && code <= 0xdfff;
    boolean control = code < 0x20 && code != '\t';
    return !surrogate && !control && code != 0xfffe && code != 0xffff;
  }
}
