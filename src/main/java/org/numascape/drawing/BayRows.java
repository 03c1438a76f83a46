package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.numascape.drawing.DeviceBay.Bay;
import org.numascape.drawing.DeviceBay.Piece;
import org.numascape.drawing.DeviceBay.Size;
import org.numascape.drawing.DeviceBay.Wire;
import org.numascape.drawing.Hanging.Bus;
import org.numascape.drawing.Hanging.Chip;

/// Stands devices in rows. What is behind one bridge is joined by a rail below the row; what finds
/// no room in one row hangs off a trunk below its bridge.
final class BayRows {

  private static final double SQUARE = 8;

  /// Between a bridge and what is behind it.
  private static final double STEP = 8;

  /// Between neighbours, wide enough for a rail to rise.
  private static final double GAP = 11;

  /// Between rails below each other, and between rows.
  private static final double RAIL = 3;

  private static final double ROW_GAP = 4;

  private static final double TINY = 12;

  private final Size size;
  private final double high;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Wire> wires = new ArrayList<>();

  BayRows(Size size) {
    this.size = size;
    this.high = size == Size.TINY ? TINY : Spacing.CHIP;
  }

  /// Places everything in that width.
  Bay place(List<Hanging> roots, double width, boolean titled) {
    double bottom = flow(roots, OptionalDouble.empty(), 0, 0, 0, width);
    double height = Math.max(0, bottom - ROW_GAP);
    return new Bay(width, height, titled, size, List.copyOf(pieces), List.copyOf(wires));
  }

  private double lead(Hanging one) {
    return size == Size.TINY ? 0 : one.lead();
  }

  /// The width of all in one row.
  double natural(List<Hanging> all) {
    return all.stream().mapToDouble(this::natural).sum() + GAP * Math.max(0, all.size() - 1);
  }

  private double natural(Hanging one) {
    double own =
        switch (one) {
          case Bus bus -> SQUARE + (bus.behind().isEmpty() ? 0 : STEP + natural(bus.behind()));
          case Chip chip ->
              switch (size) {
                case WIDE -> chip.wide();
                case NARROW -> chip.narrow();
                case TINY -> TINY;
              };
        };
    return lead(one) + own;
  }

  /// How many rails lie below each other when all stand in one row.
  int rails(List<Hanging> all) {
    return all.stream().mapToInt(this::rails).max().orElse(0);
  }

  private int rails(Hanging one) {
    return switch (one) {
      case Bus bus -> rails(bus.behind()) + (bus.behind().size() > 1 ? 1 : 0);
      case Chip chip -> 0;
    };
  }

  /// Fills rows.
  ///
  /// @param trunk where the bridge stands that all are behind, and how high; empty for roots
  /// @return where the next row may begin
  private double flow(
      List<Hanging> all, OptionalDouble trunk, double trunkY, double left, double top, double end) {
    double y = top;
    double joined = trunkY;
    int at = 0;
    while (at < all.size()) {
      int from = at;
      double x = left;
      while (at < all.size() && (at == from || x + natural(all.get(at)) <= end)) {
        x += natural(all.get(at)) + GAP;
        at++;
      }
      var row = all.subList(from, at);
      double centre = y + high / 2;
      if (trunk.isPresent()) {
        join(trunk.getAsDouble(), joined, centre, left);
        joined = centre;
      }
      y = row(row, trunk, left, y, end) + ROW_GAP;
    }
    return y;
  }

  private void join(double trunk, double from, double centre, double left) {
    if (centre > from) {
      wires.add(new Wire(trunk, from, trunk, centre));
    }
    double start = centre > from ? trunk : trunk + SQUARE / 2;
    wires.add(new Wire(start, centre, left, centre));
  }

  /// @return where the row ends
  private double row(List<Hanging> row, OptionalDouble trunk, double left, double y, double end) {
    var first = row.getFirst();
    boolean tooWide = left + natural(first) > end;
    if (row.size() == 1 && tooWide && first instanceof Bus bus) {
      double x = left + lead(bus);
      square(bus, x, y);
      double centre = y + high / 2;
      var inner = OptionalDouble.of(x + SQUARE / 2);
      return flow(bus.behind(), inner, centre, x + SQUARE + STEP, y, end) - ROW_GAP;
    }
    int rails = rails(row) + (trunk.isPresent() && row.size() > 1 ? 1 : 0);
    double x = left;
    for (var one : row) {
      if (x > left && trunk.isPresent()) {
        rise(trunk.getAsDouble(), y, rails, x);
      }
      inline(one, x, y, Math.max(TINY, end - x));
      x += natural(one) + GAP;
    }
    return y + high + (rails > 0 ? 1 + RAIL * rails : 0);
  }

  /// From a bridge along a rail to something that is not its first.
  private void rise(double trunk, double y, int level, double x) {
    double rail = y + high + RAIL * level - 0.5;
    double centre = y + high / 2;
    double up = x - GAP / 2 + 1;
    wires.add(new Wire(trunk, centre, trunk, rail));
    wires.add(new Wire(trunk, rail, up, rail));
    wires.add(new Wire(up, rail, up, centre));
    wires.add(new Wire(up, centre, x, centre));
  }

  private void square(Bus bus, double x, double y) {
    pieces.add(new Piece(bus, new Rect(x, y + (high - SQUARE) / 2, SQUARE, SQUARE)));
  }

  private void inline(Hanging one, double left, double y, double room) {
    double x = left + lead(one);
    switch (one) {
      case Chip chip -> {
        double width = Math.min(natural(one), room) - lead(one);
        pieces.add(new Piece(chip, new Rect(x, y, Math.max(TINY, width), high)));
      }
      case Bus bus -> {
        square(bus, x, y);
        double trunk = x + SQUARE / 2;
        double next = x + SQUARE + STEP;
        int level = rails(bus);
        for (int at = 0; at < bus.behind().size(); at++) {
          var inner = bus.behind().get(at);
          if (at == 0) {
            wires.add(new Wire(x + SQUARE, y + high / 2, next, y + high / 2));
          } else {
            rise(trunk, y, level, next);
          }
          inline(inner, next, y, Math.max(TINY, room - (next - left)));
          next += natural(inner) + GAP;
        }
      }
    }
  }
}
