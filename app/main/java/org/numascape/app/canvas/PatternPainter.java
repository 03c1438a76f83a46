package org.numascape.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints the patterns inside a box, all in pixels.
record PatternPainter(GraphicsContext pen) {

  private static final double HATCH_GAP = 6;

  /// Below this distance in pixels slanted lines would be a grey mush.
  private static final double NARROWEST = 2.5;

  /// Slanted lines that keep to the box by themselves: a clip would cost more than all of them.
  void hatch(double x, double y, double width, double height, double zoom, Color colour) {
    double gap = HATCH_GAP * zoom;
    if (gap < NARROWEST) {
      return;
    }
    pen.setStroke(colour);
    pen.setLineWidth(Math.max(0.6, zoom));
    double left = x + 1;
    double right = width - 2;
    double foot = y + height - 1;
    double high = height - 2;
    for (double at = gap / 2 - high; at < right; at += gap) {
      double from = Math.max(0, -at);
      double to = Math.min(high, right - at);
      if (to > from) {
        pen.strokeLine(left + at + from, foot - from, left + at + to, foot - to);
      }
    }
  }

  /// Two diagonals.
  void cross(double x, double y, double width, double height, Color colour) {
    pen.setStroke(colour);
    pen.setLineWidth(1);
    pen.strokeLine(x + 3, y + 3, x + width - 3, y + height - 3);
    pen.strokeLine(x + 3, y + height - 3, x + width - 3, y + 3);
  }
}
