package org.numascape.format.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/// How much of every pixel a shape covers, 0 to 255, in a rectangle of pixels.
///
/// Made here and not by Java2D, which would load the system's fonts and native libraries for it: a
/// server often has neither, and starting them takes longer than the whole picture.
///
/// @param left the first column; `top` is the first row
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Mask(int left, int top, int width, int height, byte[] coverage) {

  /// How far a curve may be from the lines that stand for it, in pixels.
  private static final double FLATNESS = 0.08;

  private static final Mask EMPTY = new Mask(0, 0, 0, 0, new byte[0]);

  /// The pixels of a whole shape.
  static Mask of(Shape shape) {
    return of(shape, Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2);
  }

  /// The pixels of a shape in the rows from `first` (included) to `end` (excluded). What lies
  /// inside by the non-zero rule is covered.
  static Mask of(Shape shape, int first, int end) {
    Rectangle2D bounds = shape.getBounds2D();
    int left = (int) Math.floor(bounds.getMinX());
    int top = Math.max(first, (int) Math.floor(bounds.getMinY()));
    int right = (int) Math.ceil(bounds.getMaxX());
    int bottom = Math.min(end, (int) Math.ceil(bounds.getMaxY()));
    if (right <= left || bottom <= top) {
      return EMPTY;
    }
    var edges = new Edges(left, top, right - left, bottom - top);
    trace(shape.getPathIterator(null, FLATNESS), edges);
    return new Mask(left, top, right - left, bottom - top, edges.coverage());
  }

  private static void trace(PathIterator path, Edges edges) {
    double[] at = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          edges.line(x, y, startX, startY);
          startX = at[0];
          startY = at[1];
          x = startX;
          y = startY;
        }
        case PathIterator.SEG_LINETO -> {
          edges.line(x, y, at[0], at[1]);
          x = at[0];
          y = at[1];
        }
        default -> {
          edges.line(x, y, startX, startY);
          x = startX;
          y = startY;
        }
      }
    }
    edges.line(x, y, startX, startY);
  }
}
