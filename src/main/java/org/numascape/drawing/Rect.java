package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// A rectangle in drawing units: CSS pixels at zoom 1, y downwards.
public record Rect(double x, double y, double width, double height) {

  /// The x of the right edge.
  public double right() {
    return x + width;
  }

  /// The y of the bottom edge.
  public double bottom() {
    return y + height;
  }

  /// The x of the middle.
  public double centreX() {
    return x + width / 2;
  }

  /// The y of the middle.
  public double centreY() {
    return y + height / 2;
  }

  /// The same elsewhere.
  Rect shifted(double dx, double dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /// Whether a point lies inside or on the left or top edge.
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /// Whether another rectangle lies in this one, edges included.
  public boolean contains(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  /// Whether the two rectangles share an area.
  public boolean intersects(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /// Whether the two rectangles share an area, an edge or a corner.
  boolean touches(Rect other) {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }

  /// Some rectangles, each once and none that lies within another of them.
  public static List<Rect> outermost(Collection<Rect> some) {
    var kept = new ArrayList<Rect>();
    for (var one : some) {
      if (kept.stream().noneMatch(other -> other.contains(one))) {
        kept.removeIf(one::contains);
        kept.add(one);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  /// The smallest rectangle around both.
  public Rect union(Rect other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Rect(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
