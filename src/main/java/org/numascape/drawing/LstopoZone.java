package org.numascape.drawing;

import java.util.List;

/// Packs boxes into a zone of the box around them, as lstopo does.
///
/// Source: lstopo's layout in words (facts of hwloc 2.9); every box keeps its size, all are aligned
/// left and top. All numbers are whole.
///
/// @param width of all together
/// @param height of all together
record LstopoZone(int width, int height) {

  /// Nothing in it.
  static final LstopoZone NONE = new LstopoZone(0, 0);

  /// How boxes follow one another.
  enum Order {
    /// Side by side.
    HORIZONTAL,
    /// One below the other.
    VERTICAL,
    /// In rows of a pleasant shape.
    ROWS
  }

  /// Width by height that rows shall come near.
  static final float WIDE = 4f / 3;

  /// The same inside a core.
  static final float NARROW = 3f / 4;

  boolean isEmpty() {
    return width == 0 && height == 0;
  }

  /// Gives every box its place from `left`, `top` on.
  ///
  /// @param gap between neighbours
  /// @param least the least height a box with a known link takes, where boxes are stacked
  static LstopoZone pack(
      List<LstopoBox> boxes, Order order, int gap, float ratio, int left, int top, int least) {
    if (boxes.isEmpty()) {
      return NONE;
    }
    return switch (order) {
      case HORIZONTAL -> rows(boxes, boxes.size(), gap, left, top);
      case VERTICAL -> stacked(boxes, gap, left, top, least);
      case ROWS -> rows(boxes, columns(boxes, gap, ratio), gap, left, top);
    };
  }

  private static LstopoZone stacked(List<LstopoBox> boxes, int gap, int left, int top, int least) {
    int width = 0;
    int y = top;
    for (var box : boxes) {
      box.x = left;
      box.y = y;
      width = Math.max(width, box.width);
      y += (box.link > 0 ? Math.max(box.height, least) : box.height) + gap;
    }
    return new LstopoZone(width, y - gap - top);
  }

  private static LstopoZone rows(List<LstopoBox> boxes, int columns, int gap, int left, int top) {
    int width = 0;
    int x = left;
    int y = top;
    int rowHeight = 0;
    for (int at = 0; at < boxes.size(); at++) {
      if (at > 0 && at % columns == 0) {
        y += rowHeight + gap;
        x = left;
        rowHeight = 0;
      }
      var box = boxes.get(at);
      box.x = x;
      box.y = y;
      x += box.width + gap;
      width = Math.max(width, x - gap - left);
      rowHeight = Math.max(rowHeight, box.height);
    }
    return new LstopoZone(width, y + rowHeight - top);
  }

  /// How many boxes a row has: tries the number of rows that gives the wanted shape and one more,
  /// with boxes of average size.
  private static int columns(List<LstopoBox> boxes, int gap, float ratio) {
    int count = boxes.size();
    if (count == 1) {
      return 1;
    }
    int widths = 0;
    int heights = 0;
    int area = 0;
    for (var box : boxes) {
      widths += box.width + gap;
      heights += box.height + gap;
      area += (box.width + gap) * (box.height + gap);
    }
    int width = widths / count;
    int height = heights / count;
    float ideal = (float) Math.sqrt(area / ratio);
    int fewer = (int) (ideal / height);
    int more = fewer + 1;
    if (fewer >= 1
        && score(count, fewer, width, height, ratio) > score(count, more, width, height, ratio)) {
      return Math.ceilDiv(count, fewer);
    }
    return Math.ceilDiv(count, more);
  }

  /// How near rows come to the wanted shape; 1 is exactly.
  private static float score(int count, int rows, int width, int height, float ratio) {
    float shape = (float) (Math.ceilDiv(count, rows) * width) / (rows * height) / ratio;
    return shape > 1 ? 1 / shape : shape;
  }
}
