package org.numascape.app.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.numascape.design.Item;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Paints the part of a drawing that a camera sees. What is off screen or too small to tell is not
/// painted. Colours and fonts are made once; edges lie on whole pixels of the screen.
final class CanvasPainter {

  /// A box smaller than this on screen, in pixels, is not painted.
  private static final double SPECK = 0.7;

  private final GraphicsContext pen;
  private final Palette palette;
  private final String sans;
  private final String mono;
  private final Map<Ink, Color> colours = new HashMap<>();
  private final Map<Lettering, Font> fonts = new HashMap<>();
  private final PatternPainter patterns;
  private BoxPainter boxes;
  private Camera camera = new Camera(1, 0, 0);
  private double grain = 1;

  CanvasPainter(GraphicsContext pen, Palette palette, String sans, String mono) {
    this.pen = pen;
    this.palette = palette;
    this.sans = sans;
    this.mono = mono;
    this.patterns = new PatternPainter(pen);
    this.boxes = new BoxPainter(pen, 0, 0, 0, 0);
  }

  private record Lettering(double size, boolean bold, boolean mono) {}

  /// Paints a drawing on an area of that size in pixels, on a screen with `scale` dots a pixel.
  void paint(Drawing drawing, Camera from, double width, double height, double scale) {
    camera = from;
    grain = Math.max(1, scale);
    boxes = new BoxPainter(pen, 0, 0, width, height);
    pen.setGlobalAlpha(1);
    pen.setFill(colour(Ink.of(Role.CANVAS)));
    pen.fillRect(0, 0, width, height);
    each(drawing, width, height, shape -> true, UnaryOperator.identity());
  }

  /// Paints shapes that are in pixels already, over whatever is there.
  void over(Drawing drawing, double width, double height, double scale) {
    camera = new Camera(1, 0, 0);
    grain = Math.max(1, scale);
    boxes = new BoxPainter(pen, 0, 0, width, height);
    each(drawing, width, height, shape -> true, UnaryOperator.identity());
  }

  /// Paints these items of the drawing that was painted last again, as what they would be: pale and
  /// dashed.
  void paintGhosts(Drawing drawing, double width, double height, Set<Item> ghosts) {
    if (!ghosts.isEmpty()) {
      each(
          drawing,
          width,
          height,
          shape -> shape.item().filter(ghosts::contains).isPresent(),
          Ghost::of);
    }
  }

  private void each(
      Drawing drawing,
      double width,
      double height,
      Predicate<Shape> which,
      UnaryOperator<Shape> look) {
    drawing.each(
        camera.visible(width, height),
        camera.zoom(),
        shape -> {
          if (which.test(shape)) {
            paint(look.apply(shape));
          }
        });
  }

  private void paint(Shape shape) {
    switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Label label -> label(label);
      case Shape.Line line -> line(line);
      case Shape.Arc arc -> arc(arc);
    }
  }

  private double snapped(double position) {
    return Math.round(position * grain) / grain;
  }

  private void box(Shape.Box box) {
    double zoom = camera.zoom();
    var bounds = box.bounds();
    if (bounds.width() * zoom < SPECK || bounds.height() * zoom < SPECK) {
      return;
    }
    double x = snapped(camera.toScreenX(bounds.x()));
    double y = snapped(camera.toScreenY(bounds.y()));
    double width = Math.max(1 / grain, snapped(camera.toScreenX(bounds.right())) - x);
    double height = Math.max(1 / grain, snapped(camera.toScreenY(bounds.bottom())) - y);
    double arc = Math.min(2 * box.radius() * zoom, Math.min(width, height));
    boolean filled = box.fill().role() != Role.NONE;
    boolean bordered = box.border().role() != Role.NONE && box.borderWidth() > 0;
    boolean dashed = box.pattern() == Shape.Pattern.DASHED;
    double line = Math.max(1 / grain, snapped(box.borderWidth() * Math.clamp(zoom, 0.6, 1.5)));
    if (filled && bordered && !dashed) {
      boxes.framed(x, y, width, height, arc, line, colour(box.border()), colour(box.fill()));
    } else if (filled) {
      boxes.fill(x, y, width, height, arc, colour(box.fill()));
    }
    switch (box.pattern()) {
      case SOLID, DASHED -> {}
      case HATCHED -> patterns.hatch(x, y, width, height, zoom, colour(Ink.of(Role.HATCH)));
      case CROSSED -> patterns.cross(x, y, width, height, colour(box.border()));
    }
    if (bordered && (dashed || !filled)) {
      if (dashed) {
        pen.setLineDashes(3 * zoom, 2.5 * zoom);
      }
      boxes.frame(x, y, width, height, arc, line, colour(box.border()));
      if (dashed) {
        pen.setLineDashes((double[]) null);
      }
    }
  }

  private void label(Shape.Label label) {
    var size = Detail.onScreen(label.size(), camera.zoom());
    if (size.isEmpty()) {
      return;
    }
    pen.setFont(font(size.getAsDouble(), label.bold(), label.mono()));
    pen.setFill(colour(label.ink()));
    pen.setTextBaseline(VPos.BASELINE);
    pen.setTextAlign(
        switch (label.anchor()) {
          case START -> TextAlignment.LEFT;
          case MIDDLE -> TextAlignment.CENTER;
          case END -> TextAlignment.RIGHT;
        });
    pen.fillText(
        label.text(), camera.toScreenX(label.x()), snapped(camera.toScreenY(label.baseline())));
  }

  private void line(Shape.Line line) {
    pen.setStroke(colour(line.ink()));
    pen.setLineWidth(
        Math.max(1 / grain, snapped(line.width() * Math.clamp(camera.zoom(), 0.6, 1.5))));
    pen.strokeLine(
        middled(camera.toScreenX(line.x1())),
        middled(camera.toScreenY(line.y1())),
        middled(camera.toScreenX(line.x2())),
        middled(camera.toScreenY(line.y2())));
  }

  /// In the middle of a dot, so that a thin line is one dot wide.
  private double middled(double position) {
    return (Math.floor(position * grain) + 0.5) / grain;
  }

  private void arc(Shape.Arc arc) {
    pen.setGlobalAlpha(arc.opacity());
    pen.setStroke(colour(arc.ink()));
    pen.setFill(colour(arc.ink()));
    pen.setLineWidth(Math.max(1.2, arc.width() * Math.min(1.6, camera.zoom())));
    pen.setLineCap(StrokeLineCap.ROUND);
    pen.beginPath();
    pen.moveTo(camera.toScreenX(arc.x()), camera.toScreenY(arc.y()));
    for (var curve : arc.curves()) {
      pen.bezierCurveTo(
          camera.toScreenX(curve.controlX1()),
          camera.toScreenY(curve.controlY1()),
          camera.toScreenX(curve.controlX2()),
          camera.toScreenY(curve.controlY2()),
          camera.toScreenX(curve.x()),
          camera.toScreenY(curve.y()));
    }
    pen.stroke();
    double dot = pen.getLineWidth() * 1.4;
    pen.fillOval(
        camera.toScreenX(arc.x()) - dot, camera.toScreenY(arc.y()) - dot, 2 * dot, 2 * dot);
    var head = arc.head();
    pen.beginPath();
    pen.moveTo(camera.toScreenX(head.tipX()), camera.toScreenY(head.tipY()));
    pen.lineTo(camera.toScreenX(head.leftX()), camera.toScreenY(head.leftY()));
    pen.lineTo(camera.toScreenX(head.rightX()), camera.toScreenY(head.rightY()));
    pen.closePath();
    pen.fill();
    pen.setLineCap(StrokeLineCap.BUTT);
    pen.setGlobalAlpha(1);
  }

  /// A colour of the palette.
  Color colour(Ink ink) {
    return colours.computeIfAbsent(ink, key -> argb(palette.argb(key)));
  }

  /// A colour from 0xAARRGGBB.
  static Color argb(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  /// Sizes in quarters of a pixel, so that a zoom does not make a font a frame.
  private Font font(double size, boolean bold, boolean isMono) {
    return fonts.computeIfAbsent(
        new Lettering(Math.round(size * 4) / 4.0, bold, isMono),
        key -> FxTextMetrics.font(isMono ? mono : sans, key.size(), bold));
  }
}
