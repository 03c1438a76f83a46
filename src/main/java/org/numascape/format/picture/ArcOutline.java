package org.numascape.format.picture;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.numascape.drawing.Shape;

/// An arc as one area: its line, the dot at its start and the head at its end, so that where they
/// overlap a pale arc is no darker.
interface ArcOutline {

  /// The line alone, in drawing units.
  static Path2D line(Shape.Arc arc) {
    var line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    line.moveTo(arc.x(), arc.y());
    for (var curve : arc.curves()) {
      line.curveTo(
          curve.controlX1(),
          curve.controlY1(),
          curve.controlX2(),
          curve.controlY2(),
          curve.x(),
          curve.y());
    }
    return line;
  }

  /// Everything, in pixels.
  static Path2D of(Shape.Arc arc, double scale) {
    double width = Math.max(1.2 / scale, arc.width());
    var pen = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    double dot = width * 1.4;
    var area = new Area(pen.createStrokedShape(line(arc)));
    area.add(new Area(new Ellipse2D.Double(arc.x() - dot, arc.y() - dot, 2 * dot, 2 * dot)));
    area.add(new Area(head(arc)));
    return new Path2D.Double(area, AffineTransform.getScaleInstance(scale, scale));
  }

  /// The head, in drawing units.
  static Path2D head(Shape.Arc arc) {
    var head = arc.head();
    var triangle = new Path2D.Double(Path2D.WIND_NON_ZERO);
    triangle.moveTo(head.tipX(), head.tipY());
    triangle.lineTo(head.leftX(), head.leftY());
    triangle.lineTo(head.rightX(), head.rightY());
    triangle.closePath();
    return triangle;
  }
}
