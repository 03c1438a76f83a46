package org.numascape.app.distances;

import java.util.Optional;

/// Where the cells of a table lie, in pixels, as if all were in sight: a head row and a head column
/// that never scroll away, then a cell per pair.
///
/// @param head width of the heads at the left
/// @param width of a cell
/// @param height of a cell
record MatrixGrid(int rows, int columns, double head, double width, double height) {

  /// Height of the heads above.
  static final double TOP = 24;

  private static final double LETTER = 7.2;
  private static final double NARROWEST_HEAD = 58;
  private static final double WIDEST_HEAD = 180;

  /// A cell, by row and column.
  record Pair(int row, int column) {}

  /// A grid for a table.
  static MatrixGrid of(Table table) {
    int most = Math.max(table.rows().size(), table.columns().size());
    double wanted = most <= 8 ? 54 : most <= 32 ? 40 : 30;
    int letters =
        Math.max(
            table.widest(),
            table.columns().stream().mapToInt(head -> brief(head).length()).max().orElse(1));
    double head =
        table.rows().stream().mapToDouble(row -> row.name().length() * LETTER + 14).max().orElse(0);
    return new MatrixGrid(
        table.rows().size(),
        table.columns().size(),
        Math.clamp(head, NARROWEST_HEAD, WIDEST_HEAD),
        Math.max(wanted, letters * LETTER + 10),
        most <= 8 ? 28 : 22);
  }

  /// Above a column `node 3` is said in a digit.
  static String brief(Table.Head column) {
    return column.name().startsWith("node ") ? column.name().substring(5) : column.name();
  }

  /// The width of everything.
  double totalWidth() {
    return head + columns * width;
  }

  /// The height of everything.
  double totalHeight() {
    return TOP + rows * height;
  }

  /// The left edge of a column.
  double x(int column) {
    return head + column * width;
  }

  /// The upper edge of a row.
  double y(int row) {
    return TOP + row * height;
  }

  /// The cell at a point, as if all were in sight.
  Optional<Pair> at(double x, double y) {
    int column = (int) Math.floor((x - head) / width);
    int row = (int) Math.floor((y - TOP) / height);
    return inside(row, column) ? Optional.of(new Pair(row, column)) : Optional.empty();
  }

  /// The cell some rows and columns away; the same where that is outside.
  Pair moved(Pair from, int byRows, int byColumns) {
    int row = from.row() + byRows;
    int column = from.column() + byColumns;
    return inside(row, column) ? new Pair(row, column) : from;
  }

  private boolean inside(int row, int column) {
    return row >= 0 && column >= 0 && row < rows && column < columns;
  }
}
