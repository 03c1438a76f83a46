package org.numascape.format.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// The elements of shapes.
final class SvgShapes {

  private static final String HATCHING = "hatching";

  private final Picture picture;
  private final Bytes out;
  private final Map<Ink, String> colours = new HashMap<>();
  private boolean hatched;

  SvgShapes(Picture picture, Bytes out) {
    this.picture = picture;
    this.out = out;
  }

  /// Appends a shape.
  void add(Shape shape) {
    switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Label label -> label(label);
      case Shape.Line line -> line(line);
      case Shape.Arc arc -> arc(arc);
    }
  }

  private void box(Shape.Box box) {
    boolean bare = picture.background() == Picture.Background.NONE;
    String fill = bare && box.fill().role() == Role.CANVAS ? "none" : colour(box.fill());
    if (box.pattern() == Shape.Pattern.HATCHED) {
      // The hatching is an image of its own, so that the object stays one rectangle with one id.
      hatching();
      rect(box, box.id(), box.kind(), fill, false);
      rect(box, "", "pattern", "url(#" + HATCHING + ")", true);
      return;
    }
    rect(box, box.id(), box.kind(), fill, true);
    if (box.pattern() == Shape.Pattern.CROSSED) {
      cross(box);
    }
  }

  /// A border is painted inside its box, so that boxes that touch do not paint over one another.
  private void rect(Shape.Box box, String id, String kind, String fill, boolean bordered) {
    boolean lined = bordered && box.border().role() != Role.NONE && box.borderWidth() > 0;
    double inset = lined ? box.borderWidth() / 2 : 0;
    Rect b = box.bounds();
    out.ascii("<rect");
    if (!id.isEmpty()) {
      attribute("id", id);
    }
    attribute("class", kind);
    number("x", b.x() + inset);
    number("y", b.y() + inset);
    number("width", Math.max(0, b.width() - 2 * inset));
    number("height", Math.max(0, b.height() - 2 * inset));
    double radius = Math.min(box.radius(), Math.min(b.width(), b.height()) / 2);
    if (radius > 0) {
      number("rx", radius);
    }
    plain("fill", fill);
    if (lined) {
      plain("stroke", colour(box.border()));
      if (box.borderWidth() != 1) {
        number("stroke-width", box.borderWidth());
      }
      if (box.pattern() == Shape.Pattern.DASHED) {
        plain("stroke-dasharray", "3 2.5");
      }
    }
    out.ascii("/>\n");
  }

  /// Lines at the distance of [Patterns#GAP] along the edges, once a file.
  private void hatching() {
    if (hatched) {
      return;
    }
    hatched = true;
    out.ascii("<defs><pattern id=\"").ascii(HATCHING);
    out.ascii("\" width=\"").number(Patterns.GAP / Math.sqrt(2), 2);
    out.ascii("\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    out.ascii("<rect width=\"1\" height=\"6\"");
    plain("fill", colour(Ink.of(Role.HATCH)));
    out.ascii("/></pattern></defs>\n");
  }

  private void cross(Shape.Box box) {
    Rect b = box.bounds();
    double in = 3;
    out.ascii("<path class=\"pattern\" d=\"");
    to('M', b.x() + in, b.y() + in);
    to('L', b.right() - in, b.bottom() - in);
    to('M', b.right() - in, b.y() + in);
    to('L', b.x() + in, b.bottom() - in);
    out.ascii('"');
    plain("stroke", colour(box.border()));
    out.ascii("/>\n");
  }

  private void label(Shape.Label label) {
    var shown = Detail.onScreen(label.size(), picture.zoom());
    if (shown.isEmpty()) {
      return;
    }
    double size = shown.getAsDouble() / picture.zoom();
    out.ascii("<text");
    if (label.mono() || label.bold()) {
      plain("class", label.mono() ? label.bold() ? "m b" : "m" : "b");
    }
    number("x", label.x());
    number("y", label.baseline());
    number("font-size", size);
    if (label.text().length() > 1) {
      number("textLength", label.bounds().width() * size / label.size());
      plain("lengthAdjust", "spacingAndGlyphs");
    }
    switch (label.anchor()) {
      case START -> {}
      case MIDDLE -> plain("text-anchor", "middle");
      case END -> plain("text-anchor", "end");
    }
    plain("fill", colour(label.ink()));
    out.ascii('>');
    XmlText.append(label.text(), out);
    out.ascii("</text>\n");
  }

  private void line(Shape.Line line) {
    out.ascii("<line");
    if (!line.id().isEmpty()) {
      attribute("id", line.id());
    }
    attribute("class", line.kind());
    number("x1", line.x1());
    number("y1", line.y1());
    number("x2", line.x2());
    number("y2", line.y2());
    plain("stroke", colour(line.ink()));
    number("stroke-width", line.width());
    out.ascii("/>\n");
  }

  private void arc(Shape.Arc arc) {
    String colour = colour(arc.ink());
    out.ascii("<g");
    attribute("id", arc.id());
    attribute("class", "flow");
    if (arc.opacity() < 1) {
      number("opacity", arc.opacity());
    }
    out.ascii(">\n<path d=\"");
    to('M', arc.x(), arc.y());
    for (var curve : arc.curves()) {
      to('C', curve.controlX1(), curve.controlY1());
      to(' ', curve.controlX2(), curve.controlY2());
      to(' ', curve.x(), curve.y());
    }
    out.ascii('"');
    plain("fill", "none");
    plain("stroke", colour);
    number("stroke-width", arc.width());
    out.ascii("/>\n<circle");
    number("cx", arc.x());
    number("cy", arc.y());
    number("r", arc.width() * 1.4);
    plain("fill", colour);
    out.ascii("/>\n<path d=\"");
    var head = arc.head();
    to('M', head.tipX(), head.tipY());
    to('L', head.leftX(), head.leftY());
    to('L', head.rightX(), head.rightY());
    out.ascii("Z\"");
    plain("fill", colour);
    out.ascii("/>\n</g>\n");
  }

  private void to(char step, double x, double y) {
    out.ascii(step).number(x, 2).ascii(' ').number(y, 2);
  }

  private void number(String name, double value) {
    out.ascii(' ').ascii(name).ascii("=\"").number(value, 2).ascii('"');
  }

  /// An attribute whose value needs no escapes.
  private void plain(String name, String value) {
    out.ascii(' ').ascii(name).ascii("=\"").ascii(value).ascii('"');
  }

  private void attribute(String name, String value) {
    out.ascii(' ').ascii(name).ascii("=\"");
    XmlText.append(value, out);
    out.ascii('"');
  }

  private String colour(Ink ink) {
    return Optional.ofNullable(colours.get(ink)).orElseGet(() -> added(ink));
  }

  private String added(Ink ink) {
    String hex = Integer.toHexString(picture.palette().argb(ink) & 0xffffff);
    String colour = ink.role() == Role.NONE ? "none" : "#" + "0".repeat(6 - hex.length()) + hex;
    colours.put(ink, colour);
    return colour;
  }
}
