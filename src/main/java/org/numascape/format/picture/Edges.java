package org.numascape.format.picture;

/// Adds up, for every pixel, how much area the edges of a shape leave to their right: the running
/// sum of a row is then the coverage. The method is the one of font rasterisers with an
/// accumulation buffer: exact for straight edges, no sorting, one pass.
final class Edges {

  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final float[] area;

  Edges(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.area = new float[(width + 2) * height];
  }

  /// One edge; what lies above or below the rows is left out.
  void line(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    boolean down = fromY < toY;
    double x0 = (down ? fromX : toX) - left;
    double y0 = (down ? fromY : toY) - top;
    double x1 = (down ? toX : fromX) - left;
    double y1 = (down ? toY : fromY) - top;
    double slope = (x1 - x0) / (y1 - y0);
    double x = y0 < 0 ? x0 - y0 * slope : x0;
    int end = (int) Math.min(height, Math.ceil(y1));
    for (int row = (int) Math.max(0, Math.floor(y0)); row < end; row++) {
      double rise = Math.min(row + 1, y1) - Math.max(row, y0);
      double next = x + slope * rise;
      row(row * (width + 2), x, next, down ? rise : -rise);
      x = next;
    }
  }

  /// The part of an edge that is in one row: from `x` to `next`, `rise` high, negative upwards.
  private void row(int at, double x, double next, double rise) {
    double low = Math.clamp(Math.min(x, next), 0, width);
    double high = Math.clamp(Math.max(x, next), 0, width);
    int first = (int) low;
    int last = (int) Math.ceil(high);
    if (last <= first + 1) {
      double middle = (low + high) / 2 - first;
      area[at + first] += (float) (rise * (1 - middle));
      area[at + first + 1] += (float) (rise * middle);
      return;
    }
    double steep = 1 / (high - low);
    double before = 1 - (low - first);
    double start = steep * before * before / 2;
    double after = high - last + 1;
    double stop = steep * after * after / 2;
    area[at + first] += (float) (rise * start);
    if (last == first + 2) {
      area[at + first + 1] += (float) (rise * (1 - start - stop));
    } else {
      double second = steep * (before + 0.5);
      area[at + first + 1] += (float) (rise * (second - start));
      for (int column = first + 2; column < last - 1; column++) {
        area[at + column] += (float) (rise * steep);
      }
      double sum = second + (last - first - 3) * steep;
      area[at + last - 1] += (float) (rise * (1 - sum - stop));
    }
    area[at + last] += (float) (rise * stop);
  }

  /// The coverage of every pixel, row by row.
  byte[] coverage() {
    byte[] covered = new byte[width * height];
    for (int row = 0; row < height; row++) {
      float sum = 0;
      for (int column = 0; column < width; column++) {
        sum += area[row * (width + 2) + column];
        covered[row * width + column] = (byte) Math.round(Math.min(1, Math.abs(sum)) * 255);
      }
    }
    return covered;
  }
}
