package org.numascape.app.distances;

import java.util.List;
import java.util.Optional;
import org.numascape.topology.DistanceMatrix;

/// Where the cells of a distance matrix lie, in pixels: a head row and a head column, then a cell
/// per pair.
///
/// @param nodes OS indexes, in the order of rows and columns
/// @param width of a cell
/// @param height of a cell
record MatrixGrid(List<Integer> nodes, double width, double height) {

  private static final double HEAD = 58;
  private static final double TOP = 24;

  /// More than this many pixels no texture can be wide.
  private static final double WIDEST = 7_800;

  /// From node to node.
  record Pair(int from, int to) {}

  /// A grid for the nodes a matrix knows; cells shrink when there are very many.
  static MatrixGrid of(DistanceMatrix matrix) {
    var nodes = List.copyOf(matrix.rows().keySet());
    double wide = nodes.size() <= 8 ? 54 : nodes.size() <= 32 ? 40 : 30;
    double width = Math.min(wide, WIDEST / Math.max(1, nodes.size()));
    return new MatrixGrid(nodes, width, nodes.size() <= 8 ? 28 : 22);
  }

  double totalWidth() {
    return HEAD + nodes.size() * width;
  }

  double totalHeight() {
    return Math.min(WIDEST, TOP + nodes.size() * height);
  }

  double x(int column) {
    return HEAD + column * width;
  }

  double y(int row) {
    return TOP + row * height;
  }

  /// The pair under a point.
  Optional<Pair> at(double x, double y) {
    int column = (int) Math.floor((x - HEAD) / width);
    int row = (int) Math.floor((y - TOP) / height);
    return inside(row, column)
        ? Optional.of(new Pair(nodes.get(row), nodes.get(column)))
        : Optional.empty();
  }

  /// The pair some rows and columns away; the same where that is outside.
  Pair moved(Pair from, int rows, int columns) {
    int row = nodes.indexOf(from.from()) + rows;
    int column = nodes.indexOf(from.to()) + columns;
    return inside(row, column) ? new Pair(nodes.get(row), nodes.get(column)) : from;
  }

  private boolean inside(int row, int column) {
    return row >= 0 && column >= 0 && row < nodes.size() && column < nodes.size();
  }
}
