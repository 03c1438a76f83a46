package org.numascape.format.domainxml;

/// An attribute and where it stands in the text.
///
/// @param name as written, prefix included
/// @param value with references resolved and white space normalised, as a parser hands it out
/// @param start offset of the first character of the name
/// @param valueStart offset of the first character between the quotes
/// @param valueEnd offset of the closing quote
public record XmlAttribute(String name, String value, int start, int valueStart, int valueEnd) {

  /// Offset after the closing quote.
  int end() {
    return valueEnd + 1;
  }
}
