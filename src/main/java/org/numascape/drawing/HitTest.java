package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Item;

/// Says what of a drawing lies at a point or in an area. Built once for a drawing; a look-up reads
/// only the shapes near the point.
public final class HitTest {

  /// The side of a square of the index, in drawing units: about a core.
  private static final double CELL = 64;

  /// How near a thin line must be to count, in pixels on screen.
  private static final double NEAR = 5;

  private final List<Shape> shapes;
  private final Map<Item, Rect> bounds = new LinkedHashMap<>();
  private final Map<Long, List<Integer>> cells = new HashMap<>();

  private HitTest(Drawing drawing) {
    this.shapes = drawing.shapes();
    for (int number = 0; number < shapes.size(); number++) {
      var shape = shapes.get(number);
      if (shape.item().isEmpty()) {
        continue;
      }
      index(number, shape.bounds());
      if (shape instanceof Shape.Box box && box.detail().shows(1) && !box.kind().equals("flow")) {
        bounds.merge(shape.item().get(), shape.bounds(), Rect::union);
      }
    }
  }

  /// An index of a drawing.
  public static HitTest of(Drawing drawing) {
    return new HitTest(drawing);
  }

  private void index(int number, Rect rect) {
    for (long column = column(rect.x()); column <= column(rect.right()); column++) {
      for (long row = column(rect.y()); row <= column(rect.bottom()); row++) {
        cells.computeIfAbsent(cell(column, row), key -> new ArrayList<>()).add(number);
      }
    }
  }

  private static long cell(long column, long row) {
    return (column << 32) | (row & 0xffffffffL);
  }

  private static long column(double position) {
    return (long) Math.floor(position / CELL);
  }

  /// What lies at a point as seen at a zoom, topmost first, each once. Points and bounds are in
  /// drawing units.
  public List<Item> at(double x, double y, double zoom) {
    var here = cells.getOrDefault(cell(column(x), column(y)), List.of());
    var items = new LinkedHashSet<Item>();
    for (int at = here.size() - 1; at >= 0; at--) {
      var shape = shapes.get(here.get(at));
      if (shape.detail().shows(zoom) && covers(shape, x, y, zoom)) {
        shape.item().ifPresent(items::add);
      }
    }
    return List.copyOf(items);
  }

  private static boolean covers(Shape shape, double x, double y, double zoom) {
    return switch (shape) {
      case Shape.Box box -> box.bounds().contains(x, y);
      case Shape.Label label -> label.bounds().contains(x, y);
      case Shape.Line line ->
          toSegment(x, y, line.x1(), line.y1(), line.x2(), line.y2())
              <= line.width() / 2 + NEAR / zoom;
      case Shape.Arc arc -> distance(arc, x, y) <= arc.width() / 2 + NEAR / zoom;
    };
  }

  private static double distance(Shape.Arc arc, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    double fromX = arc.x();
    double fromY = arc.y();
    for (var curve : arc.curves()) {
      double lastX = fromX;
      double lastY = fromY;
      for (int step = 1; step <= 8; step++) {
        double t = step / 8.0;
        double nextX = bezier(fromX, curve.controlX1(), curve.controlX2(), curve.x(), t);
        double nextY = bezier(fromY, curve.controlY1(), curve.controlY2(), curve.y(), t);
        nearest = Math.min(nearest, toSegment(x, y, lastX, lastY, nextX, nextY));
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

  private static double toSegment(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / square, 0, 1);
    return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
  }

  /// The area an item takes at zoom 1: all its boxes together, but for words on an arc; empty for
  /// what is not drawn.
  public Optional<Rect> boundsOf(Item item) {
    return Optional.ofNullable(bounds.get(item));
  }

  /// What lies wholly inside an area, in painting order.
  public List<Item> within(Rect area) {
    var items = new ArrayList<Item>();
    bounds.forEach((item, rect) -> {
      if (rect.x() >= area.x()
          && rect.y() >= area.y()
          && rect.right() <= area.right()
          && rect.bottom() <= area.bottom()) {
        items.add(item);
      }
    });
    return Collections.unmodifiableList(items);
  }
}
