package org.numascape.format.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.numascape.drawing.Shape;

/// Writes labels into a page and gathers their glyphs into fonts.
final class PdfTexts {

  private final List<Type3Font> fonts = new ArrayList<>();

  /// Writes a label at a font size in drawing units.
  void write(PdfPage page, Shape.Label label, double size) {
    var line = TextLine.of(label);
    double x =
        switch (label.anchor()) {
          case START -> label.x();
          case MIDDLE -> label.x() - line.width() * size / 2;
          case END -> label.x() - line.width() * size;
        };
    page.operator("BT");
    // Upright again on a page that is turned over.
    page.number(line.stretch()).number(0).number(0).number(-1).number(x).number(label.baseline());
    page.operator("Tm");
    var run = new ByteArrayOutputStream();
    int current = -1;
    for (var glyph : line.glyphs()) {
      int font = fontOf(glyph);
      if (font != current) {
        show(page, run);
        page.name("F" + font).number(size).operator("Tf");
        current = font;
      }
      run.write(fonts.get(font).code(glyph));
    }
    show(page, run);
    page.operator("ET");
  }

  private static void show(PdfPage page, ByteArrayOutputStream run) {
    if (run.size() > 0) {
      page.text(run.toByteArray()).operator("Tj");
      run.reset();
    }
  }

  private int fontOf(Glyph glyph) {
    for (int at = 0; at < fonts.size(); at++) {
      if (fonts.get(at).has(glyph)) {
        return at;
      }
    }
    if (fonts.isEmpty() || fonts.getLast().full()) {
      fonts.add(new Type3Font());
    }
    fonts.getLast().code(glyph);
    return fonts.size() - 1;
  }

  /// Gives the page its fonts, once all is written.
  void addTo(PDDocument document, PDResources resources) throws IOException {
    for (int at = 0; at < fonts.size(); at++) {
      String name = "F" + at;
      resources.put(COSName.getPDFName(name), fonts.get(at).embedded(document, name));
    }
  }
}
