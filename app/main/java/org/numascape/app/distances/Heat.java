package org.numascape.app.distances;

import java.util.LongSummaryStatistics;
import java.util.OptionalLong;
import javafx.scene.paint.Color;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.topology.DistanceMatrix;

/// Colours of distances: one hue that only gets stronger, so that every kind of eye reads its
/// order.
///
/// @param nearest the value of the palest colour: local, or the greatest bandwidth
/// @param farthest the value of the strongest colour
/// @param far colour of that
record Heat(long nearest, long farthest, Color near, Color far, Color dark, Color bright) {

  /// The distance that means no way there (ACPI 6.5, 5.2.17).
  static final int UNREACHABLE = 255;

  /// The scale of a table; what is unreachable does not stretch it.
  static Heat of(Table table, Palette palette) {
    LongSummaryStatistics told =
        table.values().stream()
            .flatMapToLong(OptionalLong::stream)
            .filter(value -> !table.unreachable(value))
            .summaryStatistics();
    boolean any = told.getCount() > 0;
    long low = any ? told.getMin() : 0;
    long high = any ? told.getMax() : 1;
    return switch (table.sense()) {
      case SLIT -> of(DistanceMatrix.LOCAL, Math.max(high, DistanceMatrix.LOCAL + 1), palette);
      case SMALL_IS_NEAR -> of(low, Math.max(high, low + 1), palette);
      case LARGE_IS_NEAR -> of(Math.max(high, low + 1), low, palette);
    };
  }

  private static Heat of(long nearest, long farthest, Palette palette) {
    return new Heat(
        nearest,
        farthest,
        colour(palette.argb(Ink.of(Role.NODE))),
        colour(palette.argb(Ink.guest(Role.GUEST, ORANGE))),
        Color.BLACK,
        Color.WHITE);
  }

  private static final int ORANGE = 2;

  /// The surface of a cell.
  Color fill(long value) {
    double part = Math.clamp((value - nearest) / (double) (farthest - nearest), 0, 1);
    return near.interpolate(far, part);
  }

  /// Words on that surface: whichever is easier to read. Of black and white one always reaches a
  /// contrast of 4.58.
  Color ink(long value) {
    var surface = fill(value);
    return contrast(surface, dark) >= contrast(surface, bright) ? dark : bright;
  }

  /// Contrast as WCAG 2 defines it, 1 to 21.
  static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }
}
