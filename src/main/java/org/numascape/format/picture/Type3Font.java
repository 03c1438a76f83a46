package org.numascape.format.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/// Up to 256 glyphs as a font inside a PDF: just those that a picture uses, from whatever font they
/// are, with what they stand for, so that a reader can search and copy.
///
/// Type 3 (ISO 32000-1, 9.6.5), because PDFBox embeds no fonts with PostScript outlines, as ours
/// is, and because replacements of the system's fonts are outlines only.
final class Type3Font {

  /// Glyphs are designed in this many units a font size.
  private static final double UNITS = 1000;

  private static final int MOST = 256;

  private final Map<Glyph, Integer> codes = new LinkedHashMap<>();

  /// Whether there is room for another glyph.
  boolean full() {
    return codes.size() >= MOST;
  }

  boolean has(Glyph glyph) {
    return codes.containsKey(glyph);
  }

  /// The code of a glyph in texts.
  int code(Glyph glyph) {
    return codes.computeIfAbsent(glyph, key -> codes.size());
  }

  /// The font object, with all glyphs that were asked for until now.
  PDType3Font embedded(PDDocument document, String name) throws IOException {
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setName(COSName.NAME, name);
    font.setInt(COSName.FIRST_CHAR, 0);
    font.setInt(COSName.LAST_CHAR, codes.size() - 1);
    font.setItem(COSName.FONT_MATRIX, numbers(1 / UNITS, 0, 0, 1 / UNITS, 0, 0));
    var procedures = new COSDictionary();
    var widths = new COSArray();
    var differences = new COSArray();
    differences.add(COSInteger.ZERO);
    var box = new Rectangle2D.Double();
    for (var entry : codes.entrySet()) {
      var key = COSName.getPDFName("g" + entry.getValue());
      var outline = units(entry.getKey());
      Rectangle2D.union(box, outline.getBounds2D(), box);
      procedures.setItem(key, procedure(document, entry.getKey(), outline));
      widths.add(new COSFloat((float) (entry.getKey().advance() * UNITS)));
      differences.add(key);
    }
    font.setItem(
        COSName.FONT_BBOX, numbers(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    font.setItem(COSName.CHAR_PROCS, procedures);
    font.setItem(COSName.WIDTHS, widths);
    font.setItem(COSName.RESOURCES, new COSDictionary());
    var encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, differences);
    font.setItem(COSName.ENCODING, encoding);
    font.setItem(COSName.TO_UNICODE, stream(document, toUnicode()));
    return new PDType3Font(font);
  }

  private static Path2D units(Glyph glyph) {
    return new Path2D.Double(glyph.outline(), AffineTransform.getScaleInstance(UNITS, UNITS));
  }

  private static COSArray numbers(double... values) {
    var array = new COSArray();
    for (double value : values) {
      array.add(new COSFloat((float) value));
    }
    return array;
  }

  /// The outline, filled in the colour of the text.
  private static COSStream procedure(PDDocument document, Glyph glyph, Path2D outline)
      throws IOException {
    var page = new PdfPage(2);
    Rectangle2D box = outline.getBounds2D();
    page.number(glyph.advance() * UNITS).number(0);
    page.number(box.getMinX()).number(box.getMinY()).number(box.getMaxX()).number(box.getMaxY());
    page.operator("d1");
    page.path(outline);
    page.operator("f");
    return stream(document, page.bytes());
  }

  /// What every code stands for (Adobe technical note 5014).
  private byte[] toUnicode() {
    var map = new StringBuilder(512);
    map.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
    map.append("/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n");
    var hex = HexFormat.of();
    // One block holds at most 100.
    int at = 0;
    for (var entry : codes.entrySet()) {
      if (at % 100 == 0) {
        map.append(at == 0 ? "" : "endbfchar\n");
        map.append(Math.min(100, codes.size() - at)).append(" beginbfchar\n");
      }
      byte[] text = entry.getKey().text().getBytes(StandardCharsets.UTF_16BE);
      map.append('<').append(hex.toHexDigits(entry.getValue().byteValue())).append("> <");
      map.append(hex.formatHex(text)).append(">\n");
      at++;
    }
    map.append("endbfchar\nendcmap\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static COSStream stream(PDDocument document, byte[] content) throws IOException {
    var stream = document.getDocument().createCOSStream();
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}
