package org.numascape.format.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Palette;

/// Writes a picture as SVG 1.1. Every box that stands for an object of the host carries the
/// object's kind as its class and an id of its own, for scripts.
///
/// Every text says how long it is in our fonts, so that it fits its box in a viewer that has
/// others.
public final class SvgWriter implements PictureWriter {

  /// Ours first, then what is no wider: a viewer that ignores `textLength` stays inside most boxes
  /// too.
  private static final String SANS =
      "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',"
          + "sans-serif";

  private static final String MONO =
      "'JetBrains Mono',Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";

  /// How much is gathered before it is handed on.
  private static final int CHUNK = 1 << 16;

  /// Writes SVG files.
  public SvgWriter() {}

  @Override
  public void write(Picture picture, OutputStream out) throws IOException {
    var text = new Bytes(CHUNK + (CHUNK >> 2));
    head(picture, text);
    var shapes = new SvgShapes(picture, text);
    for (var shape : picture.drawing().shapes()) {
      if (shape.detail().shows(picture.zoom())) {
        shapes.add(shape);
        if (text.length() > CHUNK) {
          text.drain(out);
        }
      }
    }
    text.ascii("</svg>\n").drain(out);
    out.flush();
  }

  private static void head(Picture picture, Bytes text) {
    var drawing = picture.drawing();
    text.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    text.number(drawing.width() * picture.scale(), 2).ascii("\" height=\"");
    text.number(drawing.height() * picture.scale(), 2).ascii("\" viewBox=\"0 0 ");
    text.number(drawing.width(), 2).ascii(' ').number(drawing.height(), 2).ascii("\">\n");
    text.ascii("<style>text{font-family:").ascii(SANS);
    text.ascii("}.m{font-family:").ascii(MONO).ascii("}.b{font-weight:700}</style>\n");
  }

  /// The SVG text of a drawing at scale 1.
  public static String write(Drawing drawing, Palette palette) {
    return write(drawing, palette, 1);
  }

  /// The SVG text of a drawing at a scale.
  public static String write(Drawing drawing, Palette palette, double scale) {
    var out = new ByteArrayOutputStream(CHUNK);
    try {
      new SvgWriter().write(new Picture(drawing, palette).scaled(scale), out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
