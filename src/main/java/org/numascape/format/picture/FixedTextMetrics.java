package org.numascape.format.picture;

import java.util.List;
import org.numascape.drawing.TextMetrics;

/// Text widths from a table, so that a picture needs no screen, no fonts, and no time to start.
///
/// The widths are those of DejaVu Sans, the widest of the fonts an SVG of ours asks for: whatever
/// font a viewer has, words fit their boxes. Measured with `java.awt.Font` in a version that asked
/// the system instead, which cost 0.2 s at start and made pictures differ between machines.
public record FixedTextMetrics() implements TextMetrics {

  /// Thousandths of the font size for U+0020 to U+007E.
  private static final int[] REGULAR = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  };

  private static final int[] BOLD = {
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
    696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
    683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
    724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
    343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
  };

  private static final int MONO = 602;

  /// Code points of one block.
  private record Range(int first, int last) {}

  /// Where letters fill a square. Source: Unicode East Asian Width, classes W and F.
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115f),
          new Range(0x2e80, 0xd7a3),
          new Range(0xf900, 0xfaff),
          new Range(0xfe30, 0xfe6f),
          new Range(0xff00, 0xff60),
          new Range(0x1f300, 0x3fffd));

  /// Any letter that is not in the table and not wide.
  private static final int OTHER = 780;

  @Override
  public double width(String text, double size, boolean bold, boolean mono) {
    long sum = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      sum += width(text.codePointAt(at), bold, mono);
    }
    return sum * size / 1000;
  }

  private static int width(int code, boolean bold, boolean mono) {
    if (code >= 32 && code < 127) {
      return mono ? MONO : (bold ? BOLD : REGULAR)[code - 32];
    }
    return switch (code) {
      case '·' -> mono ? MONO : 380;
      case '×', '≈' -> 838;
      case '—', '…' -> mono ? MONO : 1000;
      case '⚠' -> 900;
      default -> other(code);
    };
  }

  private static int other(int code) {
    int type = Character.getType(code);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide = WIDE.stream().anyMatch(range -> code >= range.first() && code <= range.last());
    return wide ? 1030 : OTHER;
  }
}
