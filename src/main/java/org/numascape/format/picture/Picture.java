package org.numascape.format.picture;

import org.numascape.drawing.Drawing;
import org.numascape.drawing.Palette;

/// A drawing and how it shall look in a file.
///
/// @param scale pixels a drawing unit: 2 makes everything twice as large. Below 1 a picture shows
///   what the screen shows at that zoom: fewer and larger words
/// @param background what is behind the boxes
public record Picture(Drawing drawing, Palette palette, double scale, Background background) {

  /// The largest scale: a PU is then 290 pixels wide.
  public static final double LARGEST_SCALE = 8;

  /// What is behind the boxes.
  public enum Background {
    /// The palette's canvas.
    CANVAS,
    /// Nothing, so that whatever the picture is laid on shows through.
    NONE
  }

  /// Refuses a scale nobody can see.
  public Picture {
    if (!(scale > 0) || scale > LARGEST_SCALE) {
      throw new IllegalArgumentException("a scale of " + scale + " is not between 0 and 8");
    }
  }

  /// A picture at scale 1 on the palette's canvas.
  public Picture(Drawing drawing, Palette palette) {
    this(drawing, palette, 1, Background.CANVAS);
  }

  /// The same at another scale.
  public Picture scaled(double other) {
    return new Picture(drawing, palette, other, background);
  }

  /// The same on another background.
  public Picture on(Background other) {
    return new Picture(drawing, palette, scale, other);
  }

  /// The zoom that decides which shapes are shown.
  double zoom() {
    return Math.min(1, scale);
  }

  /// The width in pixels.
  public int width() {
    return pixels(drawing.width());
  }

  /// The height in pixels.
  public int height() {
    return pixels(drawing.height());
  }

  private int pixels(double length) {
    return (int) Math.max(1, Math.ceil(length * scale - 1e-6));
  }
}
