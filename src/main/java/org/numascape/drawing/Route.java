package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import org.numascape.drawing.Shape.Curve;

/// A way over the picture in straight pieces, each level or upright.
///
/// @param points its corners, from start to end
record Route(List<Point> points) {

  private static final double BEND = 18;

  /// A corner.
  record Point(double x, double y) {}

  /// A straight piece as a thin rectangle.
  record Leg(Point from, Point to) {
    boolean level() {
      return Math.abs(from.y() - to.y()) < 0.01;
    }

    double length() {
      return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    }

    Rect area() {
      double x = Math.min(from.x(), to.x());
      double y = Math.min(from.y(), to.y());
      return new Rect(
          x - 1, y - 1, Math.abs(from.x() - to.x()) + 2, Math.abs(from.y() - to.y()) + 2);
    }
  }

  /// A route over these corners, without those that are no corners.
  static Route over(List<Point> corners) {
    var kept = new ArrayList<Point>();
    for (var point : corners) {
      int size = kept.size();
      if (size > 0 && near(kept.getLast(), point)) {
        continue;
      }
      boolean straight = size > 1 && inLine(kept.get(size - 2), kept.getLast(), point);
      if (straight) {
        kept.removeLast();
      }
      kept.add(point);
    }
    return new Route(List.copyOf(kept));
  }

  private static boolean inLine(Point a, Point b, Point c) {
    boolean upright = sameX(a, b) && sameX(b, c);
    boolean level = sameY(a, b) && sameY(b, c);
    return upright || level;
  }

  private static boolean near(Point a, Point b) {
    return sameX(a, b) && sameY(a, b);
  }

  private static boolean sameX(Point a, Point b) {
    return Math.abs(a.x() - b.x()) < 0.01;
  }

  private static boolean sameY(Point a, Point b) {
    return Math.abs(a.y() - b.y()) < 0.01;
  }

  /// The same route up to the border of the box its last leg enters.
  Route endingAt(Rect box) {
    var last = points.getLast();
    var before = points.get(points.size() - 2);
    double x = Math.clamp(before.x(), box.x(), box.right());
    double y = Math.clamp(before.y(), box.y(), box.bottom());
    boolean level = Math.abs(last.y() - before.y()) < 0.01;
    var shorter = new ArrayList<>(points.subList(0, points.size() - 1));
    shorter.add(level ? new Point(x, last.y()) : new Point(last.x(), y));
    return over(shorter);
  }

  List<Leg> legs() {
    var legs = new ArrayList<Leg>();
    for (int at = 1; at < points.size(); at++) {
      legs.add(new Leg(points.get(at - 1), points.get(at)));
    }
    return legs;
  }

  double length() {
    return legs().stream().mapToDouble(Leg::length).sum();
  }

  Rect bounds() {
    return legs().stream().map(Leg::area).reduce(Rect::union).orElseThrow();
  }

  /// The route as curves that round every corner.
  List<Curve> curves() {
    var curves = new ArrayList<Curve>();
    var at = points.getFirst();
    for (int next = 1; next < points.size(); next++) {
      var corner = points.get(next);
      if (next == points.size() - 1) {
        curves.add(straight(at, corner));
        break;
      }
      var after = points.get(next + 1);
      double bend = Math.min(BEND, Math.min(distance(at, corner), distance(corner, after) / 2));
      var begin = toward(corner, at, bend);
      var end = toward(corner, after, bend);
      curves.add(straight(at, begin));
      var c1 = toward(corner, begin, bend * 0.45);
      var c2 = toward(corner, end, bend * 0.45);
      curves.add(new Curve(c1.x(), c1.y(), c2.x(), c2.y(), end.x(), end.y()));
      at = end;
    }
    return curves;
  }

  private static Curve straight(Point from, Point to) {
    double dx = (to.x() - from.x()) / 3;
    double dy = (to.y() - from.y()) / 3;
    return new Curve(from.x() + dx, from.y() + dy, to.x() - dx, to.y() - dy, to.x(), to.y());
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static Point toward(Point from, Point to, double by) {
    double length = Math.max(1e-9, distance(from, to));
    return new Point(
        from.x() + (to.x() - from.x()) * by / length, from.y() + (to.y() - from.y()) * by / length);
  }
}
