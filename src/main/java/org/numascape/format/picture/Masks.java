package org.numascape.format.picture;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The masks of the forms that come again and again: most boxes of a picture are alike. Any thread
/// may ask.
final class Masks {

  private sealed interface Form {
    record Corner(int size, double radius) implements Form {}

    record Ring(int size, double radius, int line) implements Form {}

    record Dashes(int width, int height, double radius, int line, double unit) implements Form {}

    record Hatching(int width, int height, double unit) implements Form {}

    record Cross(int width, int height) implements Form {}
  }

  private final Map<Form, Mask> known = new ConcurrentHashMap<>();

  private Mask mask(Form form, Supplier<Shape> shape) {
    return known.computeIfAbsent(form, key -> Mask.of(shape.get()));
  }

  /// The disc whose quarters are the round corners of a filled box. Its centre is at `size`,
  /// `size`.
  Mask disc(int size, double radius) {
    return mask(
        new Form.Corner(size, radius),
        () -> new Ellipse2D.Double(size - radius, size - radius, 2 * radius, 2 * radius));
  }

  /// The border of a box with round corners.
  Mask ring(int size, double radius, int line) {
    return mask(
        new Form.Ring(size, radius, line),
        () -> {
          var ring =
              new Area(new Ellipse2D.Double(size - radius, size - radius, 2 * radius, 2 * radius));
          double inner = radius - line;
          if (inner > 0) {
            ring.subtract(
                new Area(new Ellipse2D.Double(size - inner, size - inner, 2 * inner, 2 * inner)));
          }
          return ring;
        });
  }

  /// A dashed border.
  ///
  /// @param unit pixels a drawing unit
  Mask dashes(int width, int height, double radius, int line, double unit) {
    return mask(
        new Form.Dashes(width, height, radius, line, unit),
        () ->
            new BasicStroke(
                    line,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_MITER,
                    10,
                    new float[] {(float) (3 * unit), (float) (2.5 * unit)},
                    0)
                .createStrokedShape(
                    new RoundRectangle2D.Double(
                        line / 2.0,
                        line / 2.0,
                        width - line,
                        height - line,
                        2 * radius,
                        2 * radius)));
  }

  /// Slanted lines inside a box.
  Mask hatching(int width, int height, double unit) {
    return mask(
        new Form.Hatching(width, height, unit), () -> Patterns.hatching(width, height, unit));
  }

  /// Two diagonals inside a box.
  Mask cross(int width, int height) {
    return mask(new Form.Cross(width, height), () -> Patterns.cross(width, height));
  }

  /// A straight line as a shape.
  static Shape line(double x1, double y1, double x2, double y2, double width) {
    if (x1 == x2 || y1 == y2) {
      double half = width / 2;
      double across = x1 == x2 ? half : 0;
      double along = y1 == y2 ? half : 0;
      return new Rectangle2D.Double(
          Math.min(x1, x2) - across,
          Math.min(y1, y2) - along,
          Math.abs(x2 - x1) + 2 * across,
          Math.abs(y2 - y1) + 2 * along);
    }
    double length = Math.hypot(x2 - x1, y2 - y1);
    double sideX = (y1 - y2) / length * width / 2;
    double sideY = (x2 - x1) / length * width / 2;
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO, 5);
    path.moveTo(x1 + sideX, y1 + sideY);
    path.lineTo(x2 + sideX, y2 + sideY);
    path.lineTo(x2 - sideX, y2 - sideY);
    path.lineTo(x1 - sideX, y1 - sideY);
    path.closePath();
    return path;
  }
}
