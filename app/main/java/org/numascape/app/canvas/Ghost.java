package org.numascape.app.canvas;

import org.numascape.drawing.Ink;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// What is not there yet: a guest's shape, pale and dashed.
final class Ghost {

  private Ghost() {}

  /// The same shape as a ghost; what is in no guest's colour stays as it is.
  static Shape of(Shape shape) {
    return switch (shape) {
      case Shape.Box box when box.fill().role() == Role.GUEST ->
          new Shape.Box(
              box.id(),
              box.kind(),
              box.bounds(),
              box.radius(),
              Ink.guest(Role.GUEST_PALE, box.fill().guest()),
              Ink.guest(Role.GUEST_LINE, box.fill().guest()),
              1.4,
              Shape.Pattern.DASHED,
              box.item(),
              box.detail());
      case Shape.Label label when label.ink().role() == Role.ON_GUEST ->
          new Shape.Label(
              label.text(),
              label.bounds(),
              label.x(),
              label.baseline(),
              label.size(),
              label.anchor(),
              label.bold(),
              label.mono(),
              Ink.guest(Role.GUEST_LINE, label.ink().guest()),
              label.item(),
              label.detail());
      case Shape.Box box -> box;
      case Shape.Label label -> label;
      case Shape.Line line -> line;
      case Shape.Arc arc -> arc;
    };
  }
}
