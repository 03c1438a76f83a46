package org.numascape.lint;

/// Where a finding is, as editors count: lines and columns from 1. Columns count UTF-16 units.
///
/// @param endColumn the column behind the last character
public record Place(int line, int column, int endLine, int endColumn) {

  /// The place of a stretch of a text.
  static Place of(String text, Span span) {
    int[] start = lineAndColumn(text, span.start());
    int[] end = lineAndColumn(text, span.end());
    return new Place(start[0], start[1], end[0], end[1]);
  }

  private static int[] lineAndColumn(String text, int offset) {
    int line = 1;
    int begin = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', begin)) {
      line++;
      begin = at + 1;
    }
    return new int[] {line, offset - begin + 1};
  }
}
