package org.numascape.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.drawing.Hanging.Bus;
import org.numascape.drawing.Hanging.Chip;

/// The devices of a box and the shapes they can take together.
final class DeviceBay {

  /// No devices.
  static final DeviceBay NONE = new DeviceBay(List.of());

  /// More devices than this are squares without words: their words come up when pointed at.
  private static final int WORDED = 48;

  /// What the title of a box needs for itself.
  private static final double TITLE_ROOM = 130;

  private final List<Hanging> roots;
  private final Map<Double, Bay> places = new HashMap<>();

  DeviceBay(List<Hanging> roots) {
    this.roots = roots;
  }

  /// How sizes depend on how many devices there are and how much room they have.
  enum Size {
    /// With full names.
    WIDE,
    /// With short words.
    NARROW,
    /// A square each.
    TINY
  }

  /// Something where it stands; a bridge stands as a small square.
  record Piece(Hanging what, Rect rect) {}

  /// A piece of a bus.
  record Wire(double x1, double y1, double x2, double y2) {}

  /// All of it, placed from 0, 0.
  ///
  /// @param titled whether it stands in the title of its box rather than below the parts
  record Bay(
      double width,
      double height,
      boolean titled,
      Size size,
      List<Piece> pieces,
      List<Wire> wires) {

    /// No devices.
    static final Bay NONE = new Bay(0, 0, false, Size.NARROW, List.of(), List.of());
  }

  /// What hangs off the box, in order.
  List<Hanging> roots() {
    return roots;
  }

  boolean isEmpty() {
    return roots.isEmpty();
  }

  /// How many devices there are, not counting bridges.
  int count() {
    return count(roots);
  }

  private static int count(List<Hanging> all) {
    return all.stream()
        .mapToInt(one ->
            switch (one) {
              case Bus bus -> count(bus.behind());
              case Chip chip -> 1 + chip.more();
            })
        .sum();
  }

  /// How many boxes they make, folded ones counted once.
  private static int pieces(List<Hanging> all) {
    return all.stream()
        .mapToInt(one ->
            switch (one) {
              case Bus bus -> pieces(bus.behind());
              case Chip chip -> 1;
            })
        .sum();
  }

  /// The devices in a box whose inside is that wide.
  ///
  /// @param title whether the box has a title row they may stand in
  Bay at(double inner, boolean title) {
    if (isEmpty()) {
      return Bay.NONE;
    }
    return places.computeIfAbsent(title ? inner : -inner, key -> placed(inner, title));
  }

  private Bay placed(double inner, boolean title) {
    var least = pieces(roots) > WORDED ? Size.TINY : Size.NARROW;
    for (var size : List.of(Size.WIDE, least)) {
      if (size == Size.WIDE && least == Size.TINY) {
        continue;
      }
      var row = new BayRows(size);
      double width = row.natural(roots);
      int rails = row.rails(roots);
      if (title && width + TITLE_ROOM <= inner && rails <= 2 && least != Size.TINY) {
        return row.place(roots, width, true);
      }
      if (size == Size.WIDE && width <= inner) {
        return row.place(roots, inner, false);
      }
    }
    return new BayRows(least).place(roots, inner, false);
  }
}
