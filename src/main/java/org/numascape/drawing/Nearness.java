package org.numascape.drawing;

/// How far a point is from a line, in drawing units.
interface Nearness {

  /// Steps a curve is taken as straight lines in.
  int STEPS = 8;

  /// From a straight line between two points.
  static double toLine(double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / square, 0, 1);
    return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
  }

  /// From the middle of an arc.
  static double toArc(double x, double y, Shape.Arc arc) {
    double nearest = Double.POSITIVE_INFINITY;
    double fromX = arc.x();
    double fromY = arc.y();
    for (var curve : arc.curves()) {
      double lastX = fromX;
      double lastY = fromY;
      for (int step = 1; step <= STEPS; step++) {
        double t = step / (double) STEPS;
        double nextX = bezier(fromX, curve.controlX1(), curve.controlX2(), curve.x(), t);
        double nextY = bezier(fromY, curve.controlY1(), curve.controlY2(), curve.y(), t);
        nearest = Math.min(nearest, toLine(x, y, lastX, lastY, nextX, nextY));
        lastX = nextX;
        lastY = nextY;
      }
      fromX = curve.x();
      fromY = curve.y();
    }
    return nearest;
  }

  private static double bezier(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }
}
