package org.numascape.lint;

/// A stretch of a text.
///
/// @param start offset of the first character, counted from 0
/// @param end offset behind the last character
public record Span(int start, int end) {

  /// Refuses a span that ends before it begins.
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  /// The same stretch in a text that this one's text is part of.
  Span moved(int by) {
    return new Span(start + by, end + by);
  }
}
