package org.numascape.drawing;

/// The zooms at which a shape is shown: from `from` (included) to `below` (excluded).
public record Detail(double from, double below) {

  /// Shown at every zoom.
  public static final Detail ALWAYS = new Detail(0, Double.POSITIVE_INFINITY);

  /// Whether a shape is shown at that zoom.
  public boolean shows(double zoom) {
    return zoom >= from && zoom < below;
  }
}
