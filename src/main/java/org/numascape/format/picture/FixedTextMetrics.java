package org.numascape.format.picture;

import java.util.List;
import org.numascape.drawing.TextMetrics;

/// Text widths in the fonts of our pictures, the same on every machine.
///
/// What nearly every picture is made of stands in a table, so that an SVG is written without
/// reading a font; a test holds the table against the fonts. Characters that our fonts lack have a
/// width that depends on no machine either: whoever draws them fits them in.
public record FixedTextMetrics() implements TextMetrics {

  /// Thousandths of the font size for U+0020 to U+007E.
  private static final int[] REGULAR = {
    281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
    618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
    590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
    679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
    242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
  };

  private static final int[] BOLD = {
    237, 338, 552, 649, 655, 1016, 672, 339, 377, 377, 559, 679, 334, 468, 334, 388, 674, 431, 630,
    646, 676, 622, 649, 582, 651, 649, 334, 343, 679, 679, 679, 560, 1016, 747, 662, 740, 722, 607,
    587, 750, 747, 281, 584, 719, 565, 932, 762, 771, 648, 777, 657, 655, 667, 732, 747, 1038, 738,
    731, 664, 377, 388, 377, 487, 476, 365, 581, 630, 588, 630, 596, 398, 632, 623, 271, 271, 580,
    271, 913, 623, 613, 630, 630, 407, 560, 366, 623, 600, 850, 580, 602, 573, 469, 372, 469, 679,
  };

  /// What our words have beside letters, and its widths.
  private static final String SYMBOLS = "·×≈—–…⚠→←≤≥µ°";

  private static final int[] REGULAR_SYMBOLS = {
    288, 662, 662, 1000, 500, 864, 1025, 954, 954, 662, 662, 586, 456,
  };

  private static final int[] BOLD_SYMBOLS = {
    334, 679, 679, 1000, 500, 1002, 1025, 954, 954, 679, 679, 628, 459,
  };

  private static final int MONO = 600;

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

  /// Any letter that no font of ours has and that is not wide.
  private static final int OTHER = 780;

  @Override
  public double width(String text, double size, boolean bold, boolean mono) {
    double sum = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      sum += width(text.codePointAt(at), bold, mono);
    }
    return sum * size / 1000;
  }

  private static double width(int code, boolean bold, boolean mono) {
    if (code >= 32 && code < 127) {
      return mono ? MONO : (bold ? BOLD : REGULAR)[code - 32];
    }
    int symbol = SYMBOLS.indexOf(code);
    if (symbol >= 0) {
      return mono ? MONO : (bold ? BOLD_SYMBOLS : REGULAR_SYMBOLS)[symbol];
    }
    var ours = Glyphs.of(Typeface.of(bold, mono)).width(code);
    return ours.isPresent() ? 1000 * ours.getAsDouble() : foreign(code);
  }

  private static int foreign(int code) {
    int type = Character.getType(code);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide = WIDE.stream().anyMatch(range -> code >= range.first() && code <= range.last());
    return wide ? 1030 : OTHER;
  }
}
