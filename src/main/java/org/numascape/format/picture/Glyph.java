package org.numascape.format.picture;

import java.awt.geom.Path2D;

/// The outline of a character, or of a text that cannot be taken apart.
///
/// @param text what it stands for
/// @param advance how far the next one is from it, in font sizes
/// @param outline in font sizes, y upwards from the baseline. Shared: nobody changes it
record Glyph(String text, double advance, Path2D outline) {

  /// Glyphs are made once, so one equals itself only.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// A glyph without ink.
  static Glyph blank(String text, double advance) {
    return new Glyph(text, advance, new Path2D.Double(Path2D.WIND_NON_ZERO, 1));
  }
}
