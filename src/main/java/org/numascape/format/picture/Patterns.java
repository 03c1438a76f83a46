package org.numascape.format.picture;

import java.awt.geom.Path2D;

/// What is painted inside a box over its fill, as on the screen: lines in a box of that size whose
/// corner is at 0, 0.
interface Patterns {

  /// Between slanted lines, in drawing units.
  double GAP = 6;

  /// Below this distance in pixels slanted lines would be a grey mush.
  double NARROWEST = 2.5;

  /// Slanted lines that end one pixel before the border.
  ///
  /// @param unit pixels a drawing unit
  static Path2D hatching(double width, double height, double unit) {
    var lines = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double gap = GAP * unit;
    if (gap < NARROWEST) {
      return lines;
    }
    double thick = Math.max(0.6, unit);
    double right = width - 2;
    double high = height - 2;
    for (double at = gap / 2 - high; at < right; at += gap) {
      double from = Math.max(0, -at);
      double to = Math.min(high, right - at);
      if (to > from) {
        lines.append(
            Masks.line(1 + at + from, height - 1 - from, 1 + at + to, height - 1 - to, thick),
            false);
      }
    }
    return lines;
  }

  /// Two diagonals.
  static Path2D cross(double width, double height) {
    var lines = new Path2D.Double(Path2D.WIND_NON_ZERO);
    lines.append(Masks.line(3, 3, width - 3, height - 3, 1), false);
    lines.append(Masks.line(3, height - 3, width - 3, 3, 1), false);
    return lines;
  }
}
