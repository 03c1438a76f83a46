package org.numascape.format.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Writes a drawing as SVG 1.1. Every box that stands for an object of the host carries the
/// object's kind as its class and an id of its own, for scripts.
public final class SvgWriter {

  private static final String SANS = "Inter, 'Segoe UI', 'DejaVu Sans', sans-serif";
  private static final String MONO = "'JetBrains Mono', Consolas, 'DejaVu Sans Mono', monospace";

  private final Palette palette;
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Map<String, String> patterns = new LinkedHashMap<>();

  private SvgWriter(Palette palette) {
    this.palette = palette;
  }

  /// The SVG text of a drawing as it looks at zoom 1.
  public static String write(Drawing drawing, Palette palette) {
    return write(drawing, palette, 1);
  }

  /// The SVG text of a drawing as it looks at a zoom, and in that size.
  public static String write(Drawing drawing, Palette palette, double zoom) {
    var body = new SvgWriter(palette);
    drawing.shapes().stream().filter(shape -> shape.detail().shows(zoom)).forEach(body::shape);
    var text = new StringBuilder(body.out.length() + 2048);
    String width = number(drawing.width());
    String height = number(drawing.height());
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    text.append(number(drawing.width() * zoom)).append("\" height=\"");
    text.append(number(drawing.height() * zoom)).append("\" viewBox=\"0 0 ");
    text.append(width).append(' ').append(height).append("\">\n");
    text.append("<style>text{font-family:").append(SANS);
    text.append("}.m{font-family:").append(MONO);
    text.append("}.b{font-weight:600}</style>\n");
    if (!body.patterns.isEmpty()) {
      text.append("<defs>\n");
      body.patterns.values().forEach(text::append);
      text.append("</defs>\n");
    }
    return text.append(body.out).append("</svg>\n").toString();
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Label label -> label(label);
      case Shape.Line line -> line(line);
      case Shape.Arc arc -> arc(arc);
    }
  }

  private void box(Shape.Box box) {
    if (box.pattern() == Shape.Pattern.HATCHED) {
      // The hatching is an image of its own, so that the object stays one rectangle with one id.
      rect(box, paint(box.fill()), "", "none", "", box.id().isEmpty());
      rect(box, "url(#" + hatch(box.border()) + ")", paint(box.border()), "1", "", true);
      return;
    }
    String dash = box.pattern() == Shape.Pattern.DASHED ? "3 2.5" : "";
    String width = box.borderWidth() > 0 ? number(box.borderWidth()) : "";
    rect(box, paint(box.fill()), paint(box.border()), width, dash, false);
    if (box.pattern() == Shape.Pattern.CROSSED) {
      cross(box);
    }
  }

  private void rect(
      Shape.Box box, String fill, String stroke, String width, String dash, boolean bare) {
    // A border is painted inside its box, so that boxes that touch do not paint over one another.
    boolean lined = !stroke.isEmpty() && !stroke.equals("none") && !width.isEmpty();
    double inset = lined ? box.borderWidth() / 2 : 0;
    Rect b = box.bounds();
    out.append("<rect");
    if (!bare && !box.id().isEmpty()) {
      attribute("id", box.id());
    }
    attribute("class", bare ? "pattern" : box.kind());
    attribute("x", number(b.x() + inset));
    attribute("y", number(b.y() + inset));
    attribute("width", number(Math.max(0, b.width() - 2 * inset)));
    attribute("height", number(Math.max(0, b.height() - 2 * inset)));
    double radius = Math.min(box.radius(), Math.min(b.width(), b.height()) / 2);
    if (radius > 0) {
      attribute("rx", number(radius));
    }
    attribute("fill", fill);
    if (lined) {
      attribute("stroke", stroke);
      if (!width.equals("1")) {
        attribute("stroke-width", width);
      }
      if (!dash.isEmpty()) {
        attribute("stroke-dasharray", dash);
      }
    }
    out.append("/>\n");
  }

  private String hatch(Ink ink) {
    String id = "hatch-" + paint(ink).substring(1);
    patterns.computeIfAbsent(
        id,
        key ->
            "<pattern id=\""
                + key
                + "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect width=\"1.6\" height=\"5\" fill=\""
                + paint(ink)
                + "\"/></pattern>\n");
    return id;
  }

  private void cross(Shape.Box box) {
    Rect b = box.bounds();
    double in = 3;
    out.append("<path class=\"pattern\"");
    attribute(
        "d",
        "M"
            + number(b.x() + in)
            + " "
            + number(b.y() + in)
            + "L"
            + number(b.right() - in)
            + " "
            + number(b.bottom() - in)
            + "M"
            + number(b.right() - in)
            + " "
            + number(b.y() + in)
            + "L"
            + number(b.x() + in)
            + " "
            + number(b.bottom() - in));
    attribute("stroke", paint(box.border()));
    out.append("/>\n");
  }

  private void label(Shape.Label label) {
    out.append("<text");
    if (label.mono() || label.bold()) {
      attribute("class", label.mono() ? label.bold() ? "m b" : "m" : "b");
    }
    attribute("x", number(label.x()));
    attribute("y", number(label.baseline()));
    attribute("font-size", number(label.size()));
    switch (label.anchor()) {
      case START -> {}
      case MIDDLE -> attribute("text-anchor", "middle");
      case END -> attribute("text-anchor", "end");
    }
    attribute("fill", paint(label.ink()));
    out.append('>').append(escaped(label.text())).append("</text>\n");
  }

  private void line(Shape.Line line) {
    out.append("<line");
    if (!line.id().isEmpty()) {
      attribute("id", line.id());
    }
    attribute("class", line.kind());
    attribute("x1", number(line.x1()));
    attribute("y1", number(line.y1()));
    attribute("x2", number(line.x2()));
    attribute("y2", number(line.y2()));
    attribute("stroke", paint(line.ink()));
    attribute("stroke-width", number(line.width()));
    out.append("/>\n");
  }

  private void arc(Shape.Arc arc) {
    String paint = paint(arc.ink());
    out.append("<g");
    attribute("id", arc.id());
    attribute("class", "flow");
    if (arc.opacity() < 1) {
      attribute("opacity", number(arc.opacity()));
    }
    out.append(">\n<path");
    var path = new StringBuilder("M" + number(arc.x()) + " " + number(arc.y()));
    for (var curve : arc.curves()) {
      path.append('C')
          .append(number(curve.controlX1()))
          .append(' ')
          .append(number(curve.controlY1()));
      path.append(' ')
          .append(number(curve.controlX2()))
          .append(' ')
          .append(number(curve.controlY2()));
      path.append(' ').append(number(curve.x())).append(' ').append(number(curve.y()));
    }
    attribute("d", path.toString());
    attribute("fill", "none");
    attribute("stroke", paint);
    attribute("stroke-width", number(arc.width()));
    out.append("/>\n<circle");
    attribute("cx", number(arc.x()));
    attribute("cy", number(arc.y()));
    attribute("r", number(arc.width() + 0.8));
    attribute("fill", paint);
    out.append("/>\n<path");
    var head = arc.head();
    attribute(
        "d",
        "M"
            + number(head.tipX())
            + " "
            + number(head.tipY())
            + "L"
            + number(head.leftX())
            + " "
            + number(head.leftY())
            + "L"
            + number(head.rightX())
            + " "
            + number(head.rightY())
            + "Z");
    attribute("fill", paint);
    out.append("/>\n</g>\n");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private String paint(Ink ink) {
    if (ink.role() == Role.NONE) {
      return "none";
    }
    int rgb = palette.argb(ink) & 0xffffff;
    String hex = Integer.toHexString(rgb);
    return "#" + "0".repeat(6 - hex.length()) + hex;
  }

  /// At most two decimals, none where they are zero.
  private static String number(double value) {
    long hundredths = Math.round(value * 100);
    long whole = Math.abs(hundredths) / 100;
    long part = Math.abs(hundredths) % 100;
    String sign = hundredths < 0 ? "-" : "";
    if (part == 0) {
      return sign + whole;
    }
    String digits =
        part % 10 == 0 ? Long.toString(part / 10) : part < 10 ? "0" + part : Long.toString(part);
    return sign + whole + "." + digits;
  }

  private static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(code -> {
          switch (code) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(allowed(code) ? code : 0xfffd);
          }
        });
    return safe.toString();
  }

  /// Whether XML 1.0 has a form for a character (production 2).
  private static boolean allowed(int code) {
    boolean surrogate = code >= 0xd800 && code <= 0xdfff;
    boolean control = code < 0x20 && code != '\t';
    return !surrogate && !control && code != 0xfffe && code != 0xffff;
  }
}
