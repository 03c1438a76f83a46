package org.numascape.format.picture;

import java.util.List;
import org.numascape.drawing.Shape;

/// The glyphs of a label, and how they fit the room that the layout gave it.
///
/// @param stretch by how much glyphs are wider than designed; below 1 where the layout measured
///   with a narrower font, or a replacement is wider than expected
/// @param width of all of them, in font sizes, stretched
record TextLine(List<Glyph> glyphs, double stretch, double width) {

  /// Differences below this, such as of rounding and kerning, are left alone.
  private static final double TOLERANCE = 1.02;

  static TextLine of(Shape.Label label) {
    var glyphs = Glyphs.of(Typeface.of(label.bold(), label.mono())).of(label.text());
    double natural = glyphs.stream().mapToDouble(Glyph::advance).sum();
    double room = label.bounds().width() / label.size();
    double stretch = natural > room * TOLERANCE && room > 0 ? room / natural : 1;
    return new TextLine(glyphs, stretch, natural * stretch);
  }
}
