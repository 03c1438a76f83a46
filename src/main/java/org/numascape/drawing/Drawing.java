package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// A finished picture: its size and its shapes, in painting order.
///
/// A class and not a record because the index that finds what an area shows is no part of its
/// identity. Immutable.
public final class Drawing {

  private final double width;
  private final double height;
  private final List<Shape> shapes;
  private final ShapeIndex index;

  /// A picture of that size in drawing units.
  public Drawing(double width, double height, List<Shape> shapes) {
    this.width = width;
    this.height = height;
    this.shapes = List.copyOf(shapes);
    this.index = new ShapeIndex(this.shapes);
  }

  /// The width in drawing units.
  public double width() {
    return width;
  }

  /// The height in drawing units.
  public double height() {
    return height;
  }

  /// All shapes, those of every zoom, in painting order.
  public List<Shape> shapes() {
    return shapes;
  }

  /// Hands over what an area shows at a zoom, in painting order, and looks at little else: the way
  /// to paint a frame of a large host.
  ///
  /// @param area in drawing units; what only touches it counts
  public void each(Rect area, double zoom, Consumer<? super Shape> seen) {
    index.each(area, zoom, seen);
  }

  /// What an area shows at a zoom, in painting order.
  ///
  /// @param area in drawing units; what only touches it counts
  public List<Shape> within(Rect area, double zoom) {
    var seen = new ArrayList<Shape>();
    each(area, zoom, seen::add);
    return Collections.unmodifiableList(seen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Drawing drawing
        && width == drawing.width
        && height == drawing.height
        && shapes.equals(drawing.shapes);
  }

  @Override
  public int hashCode() {
    return 31 * shapes.hashCode() + Double.hashCode(width + 31 * height);
  }

  @Override
  public String toString() {
    return width + " by " + height + ", " + shapes.size() + " shapes";
  }
}
