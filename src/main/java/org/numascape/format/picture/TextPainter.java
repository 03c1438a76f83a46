package org.numascape.format.picture;

import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Shape;

/// Paints labels. The mask of every letter is made once a size and quarter of a pixel.
record TextPainter(Palette palette, double scale, Map<Letter, Mask> letters) {

  private static final int QUARTERS = 4;

  /// How a glyph looks at a place.
  ///
  /// @param size in pixels; `stretch` is how much wider or narrower than designed
  /// @param quarter of a pixel that it is moved to the right
  record Letter(Glyph glyph, double size, double stretch, int quarter) {
    Mask mask() {
      var place = AffineTransform.getTranslateInstance((double) quarter / QUARTERS, 0);
      place.scale(size * stretch, -size);
      return Mask.of(place.createTransformedShape(glyph.outline()));
    }
  }

  TextPainter(Palette palette, double scale) {
    this(palette, scale, new ConcurrentHashMap<>());
  }

  void paint(Band band, Shape.Label label) {
    var pixels = Detail.onScreen(label.size(), Math.min(1, scale));
    if (pixels.isEmpty()) {
      return;
    }
    double size = scale < 1 ? pixels.getAsDouble() : label.size() * scale;
    var line = TextLine.of(label);
    double x =
        switch (label.anchor()) {
          case START -> label.x() * scale;
          case MIDDLE -> label.x() * scale - line.width() * size / 2;
          case END -> label.x() * scale - line.width() * size;
        };
    int baseline = (int) Math.round(label.baseline() * scale);
    if (baseline + size < band.top || baseline - 1.2 * size > band.bottom()) {
      return;
    }
    int argb = palette.argb(label.ink());
    for (var glyph : line.glyphs()) {
      int quarters = (int) Math.round(x * QUARTERS);
      var letter = new Letter(glyph, size, line.stretch(), Math.floorMod(quarters, QUARTERS));
      var mask = letters.computeIfAbsent(letter, Letter::mask);
      band.lay(mask, Math.floorDiv(quarters, QUARTERS), baseline, argb, 255);
      x += glyph.advance() * line.stretch() * size;
    }
  }
}
