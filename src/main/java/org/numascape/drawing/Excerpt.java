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
            .map(shape -> moved(shape, -left, -top))
            .toList());
  }

  private static Rect moved(Rect rect, double dx, double dy) {
    return new Rect(rect.x() + dx, rect.y() + dy, rect.width(), rect.height());
  }

  private static Shape moved(Shape shape, double dx, double dy) {
    return switch (shape) {
      case Shape.Box box ->
          new Shape.Box(
              box.id(),
              box.kind(),
              moved(box.bounds(), dx, dy),
              box.radius(),
              box.fill(),
              box.border(),
              box.borderWidth(),
              box.pattern(),
              box.item(),
              box.detail());
      case Shape.Label label ->
          new Shape.Label(
              label.text(),
              moved(label.bounds(), dx, dy),
              label.x() + dx,
              label.baseline() + dy,
              label.size(),
              label.anchor(),
              label.bold(),
              label.mono(),
              label.ink(),
              label.item(),
              label.detail());
      case Shape.Line line ->
          new Shape.Line(
              line.id(),
              line.kind(),
              line.x1() + dx,
              line.y1() + dy,
              line.x2() + dx,
              line.y2() + dy,
              line.width(),
              line.ink(),
              line.item(),
              line.detail());
      case Shape.Arc arc ->
          new Shape.Arc(
              arc.id(),
              moved(arc.bounds(), dx, dy),
              arc.x() + dx,
              arc.y() + dy,
              arc.curves().stream()
                  .map(curve ->
                      new Shape.Curve(
                          curve.controlX1() + dx,
                          curve.controlY1() + dy,
                          curve.controlX2() + dx,
                          curve.controlY2() + dy,
                          curve.x() + dx,
                          curve.y() + dy))
                  .toList(),
              arc.width(),
              arc.ink(),
              arc.opacity(),
              arc.item(),
              arc.detail());
    };
  }
}
