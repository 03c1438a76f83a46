package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows under headings, in columns as wide as their widest cell. Columns without any text are left
/// out; the last column takes what is left of the line, and goes on below where that is too little.
///
/// @param rows as many cells as there are columns
record TextTable(List<Column> columns, List<List<String>> rows) {

  /// On which side the cells of a column stand.
  enum Side {
    LEFT,
    RIGHT
  }

  /// A column by its heading.
  record Column(String title, Side side) {}

  private static final String GAP = "  ";

  /// A column of words.
  static Column words(String title) {
    return new Column(title, Side.LEFT);
  }

  /// A column of numbers.
  static Column numbers(String title) {
    return new Column(title, Side.RIGHT);
  }

  /// The headings and the rows; none where there are no rows.
  List<String> lines(int width) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var shown = new ArrayList<Integer>();
    for (int at = 0; at < columns.size(); at++) {
      int column = at;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        shown.add(at);
      }
    }
    var lines = new ArrayList<String>();
    lines.addAll(line(columns.stream().map(Column::title).toList(), shown, width));
    rows.forEach(row -> lines.addAll(line(row, shown, width)));
    return lines;
  }

  private List<String> line(List<String> cells, List<Integer> shown, int width) {
    var line = new StringBuilder();
    for (int at : shown.subList(0, shown.size() - 1)) {
      String side = columns.get(at).side() == Side.LEFT ? "-" : "";
      line.append(String.format(Locale.ROOT, "%" + side + widest(at) + "s", cells.get(at)))
          .append(GAP);
    }
    int last = shown.getLast();
    String cell = cells.get(last);
    if (columns.get(last).side() == Side.RIGHT) {
      cell = " ".repeat(widest(last) - cell.length()) + cell;
    }
    return Wrapped.behind(line.toString(), cell, width).stream()
        .map(String::stripTrailing)
        .toList();
  }

  private int widest(int column) {
    int widest = columns.get(column).title().length();
    for (var row : rows) {
      widest = Math.max(widest, row.get(column).length());
    }
    return widest;
  }
}
