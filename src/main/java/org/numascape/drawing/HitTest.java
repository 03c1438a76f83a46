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
import org.numascape.topology.ObjectId;

/// Says what of a drawing lies at a point or in an area. A look-up reads only the shapes near the
/// point; the areas of items are gathered when the first is asked for.
///
/// Belongs to one thread.
public final class HitTest {

  /// How near a thin line must be to count, in pixels on screen.
  private static final double NEAR = 5;

  private final Drawing drawing;
  private final Map<Item, Rect> bounds = new LinkedHashMap<>();
  private final Map<Item, List<Shape.Box>> boxes = new HashMap<>();

  private HitTest(Drawing drawing) {
    this.drawing = drawing;
  }

  /// What tells the items of a drawing. Costs nothing.
  public static HitTest of(Drawing drawing) {
    return new HitTest(drawing);
  }

  /// What lies at a point as seen at a zoom, topmost first, each once. Points and bounds are in
  /// drawing units.
  public List<Item> at(double x, double y, double zoom) {
    double near = NEAR / zoom;
    var here = drawing.within(new Rect(x - near, y - near, 2 * near, 2 * near), zoom);
    var items = new LinkedHashSet<Item>();
    for (var shape : here.reversed()) {
      if (shape.item().isPresent() && covers(shape, x, y, zoom)) {
        items.add(shape.item().get());
      }
    }
    return List.copyOf(items);
  }

  /// Whose parts stand folded at a point: what [Folding#toggled] unfolds; empty where no box stands
  /// for others.
  public Optional<ObjectId> foldAt(double x, double y, double zoom) {
    var here = drawing.within(new Rect(x, y, 0, 0), zoom).reversed();
    for (var shape : here) {
      if (shape instanceof Shape.Box box
          && box.kind().equals(FoldPainter.KIND)
          && box.bounds().contains(x, y)
          && box.item().orElse(null) instanceof Item.OnHost(var parent)) {
        return Optional.of(parent);
      }
    }
    return Optional.empty();
  }

  /// The guest's memory whose accesses an arc or its pill at a point tells of, where one is.
  public Optional<Item> flowAt(double x, double y, double zoom) {
    double near = NEAR / zoom;
    var here = drawing.within(new Rect(x - near, y - near, 2 * near, 2 * near), zoom).reversed();
    for (var shape : here) {
      boolean flow =
          shape instanceof Shape.Arc
              || (shape instanceof Shape.Box box && box.kind().equals("flow"));
      if (flow && covers(shape, x, y, zoom)) {
        return shape.item();
      }
    }
    return Optional.empty();
  }

  private static boolean covers(Shape shape, double x, double y, double zoom) {
    return switch (shape) {
      case Shape.Box box -> box.bounds().contains(x, y);
      case Shape.Label label -> label.bounds().contains(x, y);
      case Shape.Line line ->
          Nearness.toLine(x, y, line.x1(), line.y1(), line.x2(), line.y2())
              <= line.width() / 2 + NEAR / zoom;
      case Shape.Arc arc -> Nearness.toArc(x, y, arc) <= arc.width() / 2 + NEAR / zoom;
    };
  }

  /// The area an item takes at zoom 1: all its boxes together, but for words on an arc; empty for
  /// what is not drawn.
  public Optional<Rect> boundsOf(Item item) {
    return Optional.ofNullable(bounds().get(item));
  }

  /// The areas an item takes as seen at a zoom, each by itself and none within another; those at
  /// zoom 1 where it is not shown at that zoom.
  public List<Rect> areasOf(Item item, double zoom) {
    bounds();
    var all = boxes.getOrDefault(item, List.of());
    var seen = areas(all, zoom);
    return Rect.outermost(seen.isEmpty() ? areas(all, 1) : seen);
  }

  private static List<Rect> areas(List<Shape.Box> boxes, double zoom) {
    return boxes.stream().filter(box -> box.detail().shows(zoom)).map(Shape.Box::bounds).toList();
  }

  private Map<Item, Rect> bounds() {
    if (bounds.isEmpty()) {
      for (var shape : drawing.shapes()) {
        if (shape instanceof Shape.Box box
            && box.item().isPresent()
            && !box.kind().equals("flow")
            && !box.kind().equals(FoldPainter.KIND)) {
          var item = box.item().get();
          boxes.computeIfAbsent(item, one -> new ArrayList<>()).add(box);
          if (box.detail().shows(1)) {
            bounds.merge(item, box.bounds(), Rect::union);
          }
        }
      }
    }
    return bounds;
  }

  /// What lies wholly inside an area, in painting order.
  public List<Item> within(Rect area) {
    var items = new ArrayList<Item>();
    bounds()
        .forEach((item, rect) -> {
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
