package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import org.numascape.topology.ObjectKind;

/// Where the devices of a box stand: at the right of its title where there is room, else below its
/// parts.
///
/// @param chip the width of one device; the more devices, the narrower
/// @param columns how many stand side by side; 0 in the title
/// @param height what the shelf takes below the parts, its gap included; 0 in the title
record Shelf(double chip, int columns, double height) {

  /// The title itself needs this much.
  private static final double TITLE_ROOM = 120;

  private static final double COMPACT = 64;
  private static final double TINY = 12;

  /// The shelf of a box whose inside is that wide.
  ///
  /// @param count how many devices it shall have room for
  /// @param fullest the width of a chip with all its words
  static Shelf of(Block block, int count, double inner, double fullest) {
    if (count == 0) {
      return new Shelf(0, 0, 0);
    }
    boolean titled =
        block instanceof Block.Frame frame && frame.object().id().kind() != ObjectKind.MACHINE;
    double row = count * (fullest + Spacing.CHIP_GAP);
    if (titled && row + TITLE_ROOM <= inner) {
      return new Shelf(fullest, 0, 0);
    }
    double chip = count <= 12 ? fullest : count <= 48 ? COMPACT : TINY;
    double high = high(chip);
    int columns = Math.max(1, (int) ((inner + Spacing.CHIP_GAP) / (chip + Spacing.CHIP_GAP)));
    int rows = Math.ceilDiv(count, columns);
    return new Shelf(chip, columns, rows * (high + Spacing.CHIP_GAP) + Spacing.CHIP_GAP);
  }

  private static double high(double chip) {
    return chip <= TINY ? TINY : Spacing.CHIP;
  }

  /// Where its chips stand: in `title` from the right, or in `below` from the top left.
  List<Rect> places(int count, Rect title, Rect below) {
    var places = new ArrayList<Rect>();
    for (int at = 0; at < count; at++) {
      if (columns == 0) {
        double x = title.right() - (count - at) * (chip + Spacing.CHIP_GAP) + Spacing.CHIP_GAP;
        places.add(new Rect(x, title.centreY() - Spacing.CHIP / 2, chip, Spacing.CHIP));
      } else {
        int row = at / columns;
        double x = below.x() + (at % columns) * (chip + Spacing.CHIP_GAP);
        double y = below.y() + Spacing.CHIP_GAP + row * (high(chip) + Spacing.CHIP_GAP);
        places.add(new Rect(x, y, Math.min(chip, below.width()), high(chip)));
      }
    }
    return places;
  }

  /// Whether the chips are too small for words.
  boolean wordless() {
    return chip <= TINY;
  }

  /// Whether the chips have room for the address only.
  boolean addressOnly() {
    return chip <= COMPACT;
  }
}
