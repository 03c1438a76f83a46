package org.numascape.drawing;

import java.util.List;

/// Shapes somewhere else on a picture.
interface Moved {

  /// A shape moved, its id behind a prefix.
  static Shape by(Shape shape, double dx, double dy, String prefix) {
    return switch (shape) {
      case Shape.Box box ->
          new Shape.Box(
              id(box.id(), prefix),
              box.kind(),
              area(box.bounds(), dx, dy),
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
              area(label.bounds(), dx, dy),
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
              id(line.id(), prefix),
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
              id(arc.id(), prefix),
              area(arc.bounds(), dx, dy),
              arc.x() + dx,
              arc.y() + dy,
              curves(arc.curves(), dx, dy),
              arc.width(),
              arc.ink(),
              arc.opacity(),
              arc.item(),
              arc.detail());
    };
  }

  private static String id(String id, String prefix) {
    return id.isEmpty() ? id : prefix + id;
  }

  private static Rect area(Rect area, double dx, double dy) {
    return new Rect(area.x() + dx, area.y() + dy, area.width(), area.height());
  }

  private static List<Shape.Curve> curves(List<Shape.Curve> curves, double dx, double dy) {
    return curves.stream()
        .map(curve ->
            new Shape.Curve(
                curve.controlX1() + dx,
                curve.controlY1() + dy,
                curve.controlX2() + dx,
                curve.controlY2() + dy,
                curve.x() + dx,
                curve.y() + dy))
        .toList();
  }
}
