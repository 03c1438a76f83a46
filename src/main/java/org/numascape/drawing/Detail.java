package org.numascape.drawing;

/// The zooms at which a shape is shown: from `from` (included) to `below` (excluded).
public record Detail(double from, double below) {

  /// The smallest text on screen, in pixels.
  public static final double SMALLEST_TEXT = 9;

  /// Shown at every zoom.
  public static final Detail ALWAYS = new Detail(0, Double.POSITIVE_INFINITY);

  /// Shown wherever a text of that size (drawing units) can be read.
  public static Detail readable(double size) {
    return new Detail(SMALLEST_TEXT / size - 1e-9, Double.POSITIVE_INFINITY);
  }

  /// Whether a shape is shown at that zoom.
  public boolean shows(double zoom) {
    return zoom >= from && zoom < below;
  }

  /// The zooms at which both are shown.
  public Detail and(Detail other) {
    return new Detail(Math.max(from, other.from), Math.min(below, other.below));
  }
}
