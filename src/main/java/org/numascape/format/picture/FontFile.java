package org.numascape.format.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// One font file of ours, read.
final class FontFile {

  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  private FontFile(TrueTypeFont font) throws IOException {
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static FontFile read(Typeface face) {
    try (InputStream in = face.open()) {
      var bytes = new RandomAccessReadBuffer(in);
      boolean postScript = face == Typeface.SANS || face == Typeface.SANS_BOLD;
      return new FontFile(postScript ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own font " + face + " cannot be read", e);
    }
  }

  /// The glyph of a character; empty where the font has none. fontbox keeps state, so one thread at
  /// a time.
  synchronized Optional<Glyph> glyph(int code) {
    int id = characters.getGlyphId(code);
    return id == 0 ? Optional.empty() : Optional.of(numbered(id, Character.toString(code)));
  }

  /// The box that stands for a character that no font has.
  synchronized Glyph missing(String text) {
    return numbered(0, text);
  }

  private Glyph numbered(int id, String text) {
    try {
      var outline = new Path2D.Double(outline(id));
      outline.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
      return new Glyph(text, font.getAdvanceWidth(id) / unitsPerEm, outline);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own font cannot be read", e);
    }
  }

  private Path2D outline(int id) throws IOException {
    if (font instanceof OpenTypeFont open && open.isPostScript()) {
      return open.getCFF().getFont().getType2CharString(id).getPath();
    }
    var drawn = Optional.ofNullable(font.getGlyph().getGlyph(id));
    return drawn.isPresent() ? drawn.get().getPath() : new Path2D.Double();
  }
}
