package org.numascape.lint;

/// A word of a shell command, quotes and escapes taken away, every character of it with its place
/// in the text.
final class Word {

  private final String value;
  private final int[] places;
  private final Span span;

  Word(String value, int[] places, Span span) {
    this.value = value;
    this.places = places.clone();
    this.span = span;
  }

  /// What the program is given.
  String value() {
    return value;
  }

  /// Where the word stands, quotes included.
  Span span() {
    return span;
  }

  /// Where characters of the value stand.
  ///
  /// @param from the first character, counted from 0
  /// @param to behind the last one
  Span span(int from, int to) {
    if (places.length == 0) {
      return span;
    }
    int start = from < places.length ? places[from] : places[places.length - 1] + 1;
    int end = to > from ? places[to - 1] + 1 : start;
    return new Span(start, Math.max(start, end));
  }

  @Override
  public String toString() {
    return value;
  }
}
