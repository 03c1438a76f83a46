package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;

/// Boxes in rows and columns: every column as wide as its widest box, every row as high as its
/// highest.
///
/// @param widths of the columns
/// @param heights of the rows
record Grid(double[] widths, double[] heights, double gap) {

  /// The grid that boxes of these sizes need.
  static Grid of(List<Option> boxes, int columns, double gap) {
    int rows = Math.ceilDiv(boxes.size(), columns);
    double[] widths = new double[columns];
    double[] heights = new double[rows];
    for (int at = 0; at < boxes.size(); at++) {
      widths[at % columns] = Math.max(widths[at % columns], boxes.get(at).width());
      heights[at / columns] = Math.max(heights[at / columns], boxes.get(at).height());
    }
    return new Grid(widths, heights, gap);
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
    double moreWidth = Math.max(0, area.width() - width()) / Math.max(1, widths.length);
    double moreHeight = Math.max(0, area.height() - height()) / Math.max(1, heights.length);
    var places = new ArrayList<Rect>(count);
    double y = area.y();
    for (int row = 0; row < heights.length; row++) {
      double height = heights[row] + moreHeight;
      double x = area.x();
      for (int column = 0; column < widths.length && places.size() < count; column++) {
        double width = widths[column] + moreWidth;
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
