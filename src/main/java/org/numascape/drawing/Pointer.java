package org.numascape.drawing;

import java.util.List;
import org.numascape.design.Item;

/// What a pointer just did, in a toolkit's stead.
///
/// @param x where, in drawing units; `screenX` and `screenY` in pixels of the window
/// @param hits what is under it, topmost first
/// @param clicks how many presses followed one another quickly
public record Pointer(
    Kind kind,
    Button button,
    double x,
    double y,
    double screenX,
    double screenY,
    boolean ctrl,
    boolean shift,
    boolean space,
    int clicks,
    List<Item> hits) {

  /// Copies the list.
  public Pointer {
    hits = List.copyOf(hits);
  }

  /// What happened.
  public enum Kind {
    /// A button went down.
    PRESS,
    /// It moved, a button down.
    MOVE,
    /// The button went up.
    RELEASE,
    /// Escape: whatever is under way shall not happen.
    CANCEL
  }

  /// Which button.
  public enum Button {
    /// Usually the left one.
    PRIMARY,
    /// The wheel.
    MIDDLE,
    /// Usually the right one.
    SECONDARY
  }
}
