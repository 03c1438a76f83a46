package org.numascape.drawing;

import java.util.OptionalDouble;

/// The zooms at which a shape is shown: from `from` (included) to `below` (excluded).
public record Detail(double from, double below) {

  /// The smallest text on screen, in pixels.
  public static final double SMALLEST_TEXT = 9;

  /// Shown at every zoom.
  public static final Detail ALWAYS = new Detail(0, Double.POSITIVE_INFINITY);

  /// How much smaller than its text a box may get before the text is left out: until then the text
  /// keeps its smallest size, so that a picture fitted at 93 % keeps all its words.
  private static final double SLACK = 0.93;

  /// Shown wherever a text of that size (drawing units) can be read.
  public static Detail readable(double size) {
    return new Detail(SLACK * SMALLEST_TEXT / size - 1e-9, Double.POSITIVE_INFINITY);
  }

  /// Shown wherever a text of that size (drawing units) is left out: for what says the same in
  /// larger letters.
  public static Detail unreadable(double size) {
    return new Detail(0, readable(size).from());
  }

  /// The size in pixels at which a text of a size in drawing units is painted; empty where it is
  /// left out.
  public static OptionalDouble onScreen(double size, double zoom) {
    double pixels = size * zoom;
    return pixels < SLACK * SMALLEST_TEXT - 1e-6
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(SMALLEST_TEXT, pixels));
  }

  /// Whether a shape is shown at that zoom.
  public boolean shows(double zoom) {
    return zoom >= from && zoom < below;
  }

  /// The zooms at which both are shown.
  public Detail and(Detail other) {
    if (other.from <= from && other.below >= below) {
      return this;
    }
    if (from <= other.from && below >= other.below) {
      return other;
    }
    return new Detail(Math.max(from, other.from), Math.min(below, other.below));
  }
}
