package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Boxes in rows and columns: every column as wide as its widest box, every row as high as its
/// highest.
final class Grid {

  private final int columns;
  private final int rows;
  private final double gap;
  private final double[] widths;
  private final double[] heights;
  private final double[] moreWidths;
  private final double[] moreHeights;

  /// The grid that boxes of these sizes need.
  Grid(List<Option> boxes, int columns, double gap) {
    this.columns = columns;
    this.rows = Math.ceilDiv(boxes.size(), columns);
    this.gap = gap;
    this.widths = new double[columns];
    this.heights = new double[rows];
    this.moreWidths = new double[columns];
    this.moreHeights = new double[rows];
    for (int at = 0; at < boxes.size(); at++) {
      int column = at % columns;
      int row = at / columns;
      var box = boxes.get(at);
      widths[column] = Math.max(widths[column], box.width());
      heights[row] = Math.max(heights[row], box.height());
      moreWidths[column] = Math.max(moreWidths[column], box.moreWidth());
      moreHeights[row] = Math.max(moreHeights[row], box.moreHeight());
    }
  }

  double width() {
    return Arrays.stream(widths).sum() + gap * Math.max(0, columns - 1);
  }

  double height() {
    return Arrays.stream(heights).sum() + gap * Math.max(0, rows - 1);
  }

  /// How much wider it may grow.
  double moreWidth() {
    return Arrays.stream(moreWidths).sum();
  }

  /// How much higher it may grow.
  double moreHeight() {
    return Arrays.stream(moreHeights).sum();
  }

  /// How wide its columns are when it fills a width.
  double[] columnWidths(double width) {
    return grown(widths, moreWidths, width - width());
  }

  /// Where its first `count` boxes lie when the grid fills an area at least as large as it.
  List<Rect> spread(int count, Rect area) {
    double[] wide = columnWidths(area.width());
    double[] high = grown(heights, moreHeights, area.height() - height());
    var places = new ArrayList<Rect>(count);
    double y = area.y();
    for (int row = 0; row < rows; row++) {
      double x = area.x();
      for (int column = 0; column < columns && places.size() < count; column++) {
        places.add(new Rect(x, y, wide[column], high[row]));
        x += wide[column] + gap;
      }
      y += high[row] + gap;
    }
    return places;
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

  /// Equal boxes in rows that fill an area.
  static List<Rect> tiles(Rect area, int count, int columns, double gap) {
    int rows = Math.ceilDiv(count, columns);
    double width = (area.width() - (columns - 1) * gap) / columns;
    double height = (area.height() - (rows - 1) * gap) / rows;
    var tiles = new ArrayList<Rect>(count);
    for (int at = 0; at < count; at++) {
      int row = at / columns;
      int column = at % columns;
      double x = area.x() + column * (width + gap);
      tiles.add(new Rect(x, area.y() + row * (height + gap), width, height));
    }
    return tiles;
  }

  /// The numbers of columns worth trying for that many boxes. Columns that leave the last row short
  /// are tried only where no better number is near the square.
  static int[] columns(int count) {
    double root = Math.sqrt(count);
    int low = Math.max(2, (int) Math.ceil(root / 2));
    int high = Math.min(count - 1, (int) (root * 2));
    boolean even = count > 3 && IntStream.rangeClosed(low, high).anyMatch(c -> count % c == 0);
    return IntStream.rangeClosed(1, count)
        .filter(c -> even ? count % c == 0 : Math.ceilDiv(count, Math.ceilDiv(count, c)) == c)
        .toArray();
  }
}
