package org.numascape.drawing;

/// A part of a drawing as a drawing of its own.
public interface Excerpt {

  /// What lies in an area, which becomes the whole; what only reaches into it is cut by whoever
  /// paints it.
  ///
  /// @param area in drawing units; kept within the drawing
  static Drawing of(Drawing drawing, Rect area) {
    double left = Math.clamp(area.x(), 0, drawing.width());
    double top = Math.clamp(area.y(), 0, drawing.height());
    double right = Math.clamp(area.right(), left, drawing.width());
    double bottom = Math.clamp(area.bottom(), top, drawing.height());
    var kept = new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    return new Drawing(
        kept.width(),
        kept.height(),
        drawing.shapes().stream()
            .filter(shape -> shape.bounds().intersects(kept))
            .map(shape -> Moved.by(shape, -left, -top, ""))
            .toList());
  }
}
