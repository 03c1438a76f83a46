package org.numascape.app.canvas;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Fills and frames boxes, all in pixels, in the ways that cost least where there is no graphics
/// card: rectangles are cheap there, round corners dear in proportion to their area, lines dearest.
///
/// @param left where the area that is painted begins; what lies outside is not seen
record BoxPainter(GraphicsContext pen, double left, double top, double right, double bottom) {

  /// Corners whose rounding is less than this many pixels across look square.
  private static final double SQUARE = 2.5;

  /// Corners whose rounding is less than this many pixels across look as if one pixel was cut off.
  private static final double CUT = 5.5;

  /// From this many pixels on, a box is filled in parts: its corners and the large rest.
  private static final double LARGE = 48;

  /// Paints a box in one colour. `arc` is the diameter of its corners.
  void fill(double x, double y, double width, double height, double arc, Color colour) {
    // Of what reaches beyond the edges, corners and all, a rim is kept.
    double rim = arc + 2;
    double x1 = Math.max(x, left - rim);
    double y1 = Math.max(y, top - rim);
    double w = Math.min(x + width, right + rim) - x1;
    double h = Math.min(y + height, bottom + rim) - y1;
    if (w <= 0 || h <= 0) {
      return;
    }
    pen.setFill(colour);
    if (arc < SQUARE) {
      pen.fillRect(x1, y1, w, h);
    } else if (arc < CUT) {
      pen.fillRect(x1, y1 + 1, w, h - 2);
      pen.fillRect(x1 + 1, y1, w - 2, 1);
      pen.fillRect(x1 + 1, y1 + h - 1, w - 2, 1);
    } else if (h < LARGE || w < LARGE) {
      pen.fillRoundRect(x1, y1, w, h, arc, arc);
    } else {
      double band = Math.ceil(arc / 2) + 1;
      pen.fillRoundRect(x1, y1, w, 2 * band, arc, arc);
      pen.fillRoundRect(x1, y1 + h - 2 * band, w, 2 * band, arc, arc);
      pen.fillRect(x1, y1 + band, w, h - 2 * band);
    }
  }

  /// Paints a box in one colour with a frame of another inside its edge, `line` pixels wide.
  void framed(
      double x,
      double y,
      double width,
      double height,
      double arc,
      double line,
      Color frame,
      Color inside) {
    fill(x, y, width, height, arc, frame);
    fill(
        x + line,
        y + line,
        width - 2 * line,
        height - 2 * line,
        Math.max(0, arc - 2 * line),
        inside);
  }

  /// Paints a frame alone inside the edge of a box, over whatever is there.
  void frame(double x, double y, double width, double height, double arc, double line, Color ink) {
    pen.setStroke(ink);
    pen.setLineWidth(line);
    pen.strokeRoundRect(x + line / 2, y + line / 2, width - line, height - line, arc, arc);
  }
}
