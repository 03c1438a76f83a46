package org.numascape.format.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Turns the shapes of a picture into the content of a PDF page. Coordinates are drawing units with
/// y downwards, as in the drawing: the page is turned over once, and each text back.
final class PdfPainter {

  private final Picture picture;
  private final PdfPage page = new PdfPage(2);
  private final PdfTexts texts = new PdfTexts();
  private final Map<Double, String> opacities = new LinkedHashMap<>();
  private int fill = -1;
  private int stroke = -1;

  PdfPainter(Picture picture, double unit, double height) {
    this.picture = picture;
    var precise = new PdfPage(5);
    precise.number(unit).number(0).number(0).number(-unit).number(0).number(height);
    page.raw(precise.operator("cm"));
  }

  /// The content.
  byte[] paint() {
    var drawing = picture.drawing();
    if (picture.background() == Picture.Background.CANVAS) {
      fill(Ink.of(Role.CANVAS));
      page.path(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height())).operator("f");
    }
    for (var shape : drawing.shapes()) {
      if (shape.detail().shows(picture.zoom())) {
        paint(shape);
      }
    }
    return page.bytes();
  }

  /// Gives the page the fonts and opacities that its content names.
  void addTo(PDDocument document, PDResources resources) throws IOException {
    texts.addTo(document, resources);
    opacities.forEach((opacity, name) -> {
      var state = new PDExtendedGraphicsState();
      state.setNonStrokingAlphaConstant(opacity.floatValue());
      resources.put(COSName.getPDFName(name), state);
    });
  }

  private void paint(Shape shape) {
    switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Label label -> label(label);
      case Shape.Line line -> {
        stroke(line.ink());
        page.number(line.width()).operator("w");
        page.number(line.x1()).number(line.y1()).operator("m");
        page.number(line.x2()).number(line.y2()).operator("l").operator("S");
      }
      case Shape.Arc arc -> arc(arc);
    }
  }

  private void box(Shape.Box box) {
    boolean see = picture.background() == Picture.Background.NONE;
    boolean filled = box.fill().role() != Role.NONE && !(see && box.fill().role() == Role.CANVAS);
    Rect at = box.bounds();
    if (filled) {
      fill(box.fill());
      page.path(round(at, box.radius(), 0)).operator("f");
    }
    pattern(box);
    if (box.border().role() != Role.NONE && box.borderWidth() > 0) {
      stroke(box.border());
      page.number(box.borderWidth()).operator("w");
      boolean dashed = box.pattern() == Shape.Pattern.DASHED;
      if (dashed) {
        page.operator("[3 2.5] 0 d");
      }
      page.path(round(at, box.radius(), box.borderWidth() / 2)).operator("S");
      if (dashed) {
        page.operator("[] 0 d");
      }
    }
  }

  private void pattern(Shape.Box box) {
    Rect at = box.bounds();
    var place = AffineTransform.getTranslateInstance(at.x(), at.y());
    switch (box.pattern()) {
      case SOLID, DASHED -> {}
      case HATCHED -> {
        fill(Ink.of(Role.HATCH));
        var lines = Patterns.hatching(at.width(), at.height(), 1);
        page.path(place.createTransformedShape(lines)).operator("f");
      }
      case CROSSED -> {
        fill(box.border());
        var lines = Patterns.cross(at.width(), at.height());
        page.path(place.createTransformedShape(lines)).operator("f");
      }
    }
  }

  private static java.awt.Shape round(Rect at, double radius, double inset) {
    double width = Math.max(0, at.width() - 2 * inset);
    double height = Math.max(0, at.height() - 2 * inset);
    double most = Math.min(at.width(), at.height()) / 2;
    double arc = 2 * Math.max(0, Math.min(radius, most) - inset);
    return arc == 0
        ? new Rectangle2D.Double(at.x() + inset, at.y() + inset, width, height)
        : new RoundRectangle2D.Double(at.x() + inset, at.y() + inset, width, height, arc, arc);
  }

  private void label(Shape.Label label) {
    var size = Detail.onScreen(label.size(), picture.zoom());
    if (size.isPresent()) {
      fill(label.ink());
      texts.write(page, label, size.getAsDouble() / picture.zoom());
    }
  }

  private void arc(Shape.Arc arc) {
    fill(arc.ink());
    boolean pale = arc.opacity() < 1;
    if (pale) {
      String name = opacities.computeIfAbsent(arc.opacity(), key -> "opacity" + opacities.size());
      page.operator("q").name(name).operator("gs");
    }
    page.path(ArcOutline.of(arc, 1)).operator("f");
    if (pale) {
      page.operator("Q");
    }
  }

  private void fill(Ink ink) {
    int rgb = picture.palette().argb(ink) & 0xffffff;
    if (rgb != fill) {
      fill = rgb;
      colour(rgb, "rg");
    }
  }

  private void stroke(Ink ink) {
    int rgb = picture.palette().argb(ink) & 0xffffff;
    if (rgb != stroke) {
      stroke = rgb;
      colour(rgb, "RG");
    }
  }

  private void colour(int rgb, String operator) {
    var precise = new PdfPage(4);
    precise.number((rgb >> 16 & 0xff) / 255.0).number((rgb >> 8 & 0xff) / 255.0);
    page.raw(precise.number((rgb & 0xff) / 255.0).operator(operator));
  }
}
