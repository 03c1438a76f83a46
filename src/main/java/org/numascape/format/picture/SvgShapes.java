package org.numascape.format.picture;

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
  private final SvgAttributes with;
  private boolean hatched;

  SvgShapes(Picture picture, Bytes out) {
    this.picture = picture;
    this.out = out;
    this.with = new SvgAttributes(picture.palette(), out);
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
    String fill = bare && box.fill().role() == Role.CANVAS ? "none" : with.colour(box.fill());
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
      with.attribute("id", id);
    }
    with.attribute("class", kind);
    with.number("x", b.x() + inset);
    with.number("y", b.y() + inset);
    with.number("width", Math.max(0, b.width() - 2 * inset));
    with.number("height", Math.max(0, b.height() - 2 * inset));
    double radius = Math.min(box.radius(), Math.min(b.width(), b.height()) / 2);
    if (radius > 0) {
      with.number("rx", radius);
    }
    with.plain("fill", fill);
    if (lined) {
      with.plain("stroke", with.colour(box.border()));
      if (box.borderWidth() != 1) {
        with.number("stroke-width", box.borderWidth());
      }
      if (box.pattern() == Shape.Pattern.DASHED) {
        with.plain("stroke-dasharray", "3 2.5");
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
    with.plain("fill", with.colour(Ink.of(Role.HATCH)));
    out.ascii("/></pattern></defs>\n");
  }

  private void cross(Shape.Box box) {
    Rect b = box.bounds();
    double in = 3;
    out.ascii("<path class=\"pattern\" d=\"");
    with.to('M', b.x() + in, b.y() + in);
    with.to('L', b.right() - in, b.bottom() - in);
    with.to('M', b.right() - in, b.y() + in);
    with.to('L', b.x() + in, b.bottom() - in);
    out.ascii('"');
    with.plain("stroke", with.colour(box.border()));
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
      with.plain("class", label.mono() ? label.bold() ? "m b" : "m" : "b");
    }
    with.number("x", label.x());
    with.number("y", label.baseline());
    with.number("font-size", size);
    if (label.text().length() > 1) {
      with.number("textLength", label.bounds().width() * size / label.size());
      with.plain("lengthAdjust", "spacingAndGlyphs");
    }
    switch (label.anchor()) {
      case START -> {}
      case MIDDLE -> with.plain("text-anchor", "middle");
      case END -> with.plain("text-anchor", "end");
    }
    with.plain("fill", with.colour(label.ink()));
    out.ascii('>');
    XmlText.append(label.text(), out);
    out.ascii("</text>\n");
  }

  private void line(Shape.Line line) {
    out.ascii("<line");
    if (!line.id().isEmpty()) {
      with.attribute("id", line.id());
    }
    with.attribute("class", line.kind());
    with.number("x1", line.x1());
    with.number("y1", line.y1());
    with.number("x2", line.x2());
    with.number("y2", line.y2());
    with.plain("stroke", with.colour(line.ink()));
    with.number("stroke-width", line.width());
    out.ascii("/>\n");
  }

  private void arc(Shape.Arc arc) {
    String colour = with.colour(arc.ink());
    out.ascii("<g");
    with.attribute("id", arc.id());
    with.attribute("class", "flow");
    if (arc.opacity() < 1) {
      with.number("opacity", arc.opacity());
    }
    out.ascii(">\n<path d=\"");
    with.to('M', arc.x(), arc.y());
    for (var curve : arc.curves()) {
      with.to('C', curve.controlX1(), curve.controlY1());
      with.to(' ', curve.controlX2(), curve.controlY2());
      with.to(' ', curve.x(), curve.y());
    }
    out.ascii('"');
    with.plain("fill", "none");
    with.plain("stroke", colour);
    with.number("stroke-width", arc.width());
    out.ascii("/>\n<circle");
    with.number("cx", arc.x());
    with.number("cy", arc.y());
    with.number("r", arc.width() * 1.4);
    with.plain("fill", colour);
    out.ascii("/>\n<path d=\"");
    var head = arc.head();
    with.to('M', head.tipX(), head.tipY());
    with.to('L', head.leftX(), head.leftY());
    with.to('L', head.rightX(), head.rightY());
    out.ascii("Z\"");
    with.plain("fill", colour);
    out.ascii("/>\n</g>\n");
  }
}
