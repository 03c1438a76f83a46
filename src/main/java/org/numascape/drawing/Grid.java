package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Boxes in rows and columns: every column as wide as its widest box, every row as high as its
/// highest.
///
/// @param widths of the columns
/// @param heights of the rows
/// @param moreWidths how much wider each column may grow; `moreHeights` likewise for rows
record Grid(
    double[] widths, double[] heights, double[] moreWidths, double[] moreHeights, double gap) {

  /// The grid that boxes of these sizes need.
  static Grid of(List<Option> boxes, int columns, double gap) {
    int rows = Math.ceilDiv(boxes.size(), columns);
    double[] widths = new double[columns];
    double[] heights = new double[rows];
    double[] moreWidths = new double[columns];
    double[] moreHeights = new double[rows];
    for (int at = 0; at < boxes.size(); at++) {
      int column = at % columns;
      int row = at / columns;
      var box = boxes.get(at);
      widths[column] = Math.max(widths[column], box.width());
      heights[row] = Math.max(heights[row], box.height());
      moreWidths[column] = Math.max(moreWidths[column], box.moreWidth());
      moreHeights[row] = Math.max(moreHeights[row], box.moreHeight());
    }
    return new Grid(widths, heights, moreWidths, moreHeights, gap);
  }

  double moreWidth() {
    return Arrays.stream(moreWidths).sum();
  }

  double moreHeight() {
    return Arrays.stream(moreHeights).sum();
  }

  /// What each column or row gets of what is left over: by how much it can grow.
  private static double[] grown(double[] sizes, double[] more, double left) {
    double all = Arrays.stream(more).sum();
    double[] grown = new double[sizes.length];
    for (int at = 0; at < sizes.length; at++) {
      grown[at] = sizes[at] + Math.max(0, left) * (all > 0 ? more[at] / all : 1.0 / sizes.length);
    }
    return grown;
  }

  double width() {
    return total(widths);
  }

  double height() {
    return total(heights);
  }

  private double total(double[] parts) {
    double sum = gap * Math.max(0, parts.length - 1);
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  /// Where its first `count` boxes lie when the grid fills an area at least as large as it.
  List<Rect> spread(int count, Rect area) {
    double[] wide = grown(widths, moreWidths, area.width() - width());
    double[] high = grown(heights, moreHeights, area.height() - height());
    var places = new ArrayList<Rect>(count);
    double y = area.y();
    for (int row = 0; row < heights.length; row++) {
      double height = high[row];
      double x = area.x();
      for (int column = 0; column < widths.length && places.size() < count; column++) {
        double width = wide[column];
        places.add(new Rect(x, y, width, height));
        x += width + gap;
      }
      y += height + gap;
    }
    return places;
  }

  /// The numbers of columns worth trying for that many boxes. Columns that leave the last row short
  /// are tried only where no better number is near the square.
  static int[] columns(int count) {
    double root = Math.sqrt(count);
    boolean even =
        count > 3
            && java.util.stream.IntStream.rangeClosed((int) Math.ceil(root / 2), (int) (root * 2))
                .anyMatch(c -> c > 1 && c < count && count % c == 0);
    return java.util.stream.IntStream.rangeClosed(1, count)
        .filter(c -> even ? count % c == 0 : Math.ceilDiv(count, Math.ceilDiv(count, c)) == c)
        .toArray();
  }
}
