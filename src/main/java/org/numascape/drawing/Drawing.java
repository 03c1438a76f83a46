package org.numascape.drawing;

import java.util.List;

/// A finished picture: its size and its shapes, in painting order.
public record Drawing(double width, double height, List<Shape> shapes) {

  /// Copies the list.
  public Drawing {
    shapes = List.copyOf(shapes);
  }
}
