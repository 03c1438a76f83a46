package org.numascape.app.distances;

import javafx.scene.paint.Color;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.topology.DistanceMatrix;

/// Colours of distances: one hue that only gets stronger, so that every kind of eye reads its
/// order.
///
/// @param low local
/// @param high the greatest distance the host tells
/// @param far colour of that
record Heat(int low, int high, Color near, Color far, Color dark, Color bright) {

  /// The distance that means no way there (ACPI 6.5, 5.2.17).
  static final int UNREACHABLE = 255;

  /// The scale of a matrix; what is unreachable does not stretch it.
  static Heat of(DistanceMatrix matrix, Palette palette) {
    int high =
        matrix.rows().values().stream()
            .flatMap(row -> row.values().stream())
            .filter(distance -> distance < UNREACHABLE)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(DistanceMatrix.LOCAL);
    return new Heat(
        DistanceMatrix.LOCAL,
        Math.max(high, DistanceMatrix.LOCAL + 1),
        colour(palette.argb(Ink.of(Role.NODE))),
        colour(palette.argb(Ink.guest(Role.GUEST, ORANGE))),
        Color.BLACK,
        Color.WHITE);
  }

  private static final int ORANGE = 2;

  /// The surface of a cell.
  Color fill(int distance) {
    double part = Math.clamp((distance - low) / (double) (high - low), 0, 1);
    return near.interpolate(far, part);
  }

  /// Words on that surface: whichever is easier to read. Of black and white one always reaches a
  /// contrast of 4.58.
  Color ink(int distance) {
    var surface = fill(distance);
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
