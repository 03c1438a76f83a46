package org.numascape.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Paints the part of a drawing that a camera sees. What is off screen or too small to tell is not
/// painted.
final class CanvasPainter {

  /// A box smaller than this on screen, in pixels, is not painted.
  private static final double SPECK = 0.7;

  private static final double HATCH_GAP = 6;

  private final GraphicsContext pen;
  private final Palette palette;
  private final String sans;
  private final String mono;
  private final Map<Ink, Color> colours = new HashMap<>();
  private final Map<String, Font> fonts = new HashMap<>();

  CanvasPainter(GraphicsContext pen, Palette palette, String sans, String mono) {
    this.pen = pen;
    this.palette = palette;
    this.sans = sans;
    this.mono = mono;
  }

  /// Paints a drawing on an area of that size in pixels.
  void paint(Drawing drawing, Camera camera, double width, double height) {
    pen.setGlobalAlpha(1);
    pen.setFill(colour(Ink.of(Role.CANVAS)));
    pen.fillRect(0, 0, width, height);
    Rect seen = camera.visible(width, height);
    for (var shape : drawing.shapes()) {
      if (shape.detail().shows(camera.zoom()) && shape.bounds().intersects(seen)) {
        paint(shape, camera);
      }
    }
  }

  /// Paints one shape.
  void paint(Shape shape, Camera camera) {
    switch (shape) {
      case Shape.Box box -> box(box, camera);
      case Shape.Label label -> label(label, camera);
      case Shape.Arc arc -> arc(arc, camera);
    }
  }

  private void box(Shape.Box box, Camera camera) {
    double zoom = camera.zoom();
    double width = box.bounds().width() * zoom;
    double height = box.bounds().height() * zoom;
    if (width < SPECK || height < SPECK) {
      return;
    }
    double x = camera.toScreenX(box.bounds().x());
    double y = camera.toScreenY(box.bounds().y());
    double arc = Math.min(2 * box.radius() * zoom, Math.min(width, height));
    if (box.fill().role() != Role.NONE) {
      pen.setFill(colour(box.fill()));
      pen.fillRoundRect(x, y, width, height, arc, arc);
    }
    switch (box.pattern()) {
      case SOLID, DASHED -> {}
      case HATCHED -> hatch(box, x, y, width, height, zoom);
      case CROSSED -> cross(box, x, y, width, height);
    }
    if (box.border().role() != Role.NONE && box.borderWidth() > 0) {
      double line = Math.max(0.5, box.borderWidth() * Math.min(1.5, Math.max(0.6, zoom)));
      pen.setStroke(colour(box.border()));
      pen.setLineWidth(line);
      pen.setLineDashes(
          box.pattern() == Shape.Pattern.DASHED ? new double[] {3 * zoom, 2.5 * zoom} : null);
      double half = line / 2;
      pen.strokeRoundRect(x + half, y + half, width - line, height - line, arc, arc);
      pen.setLineDashes((double[]) null);
    }
  }

  private void hatch(Shape.Box box, double x, double y, double width, double height, double zoom) {
    double gap = HATCH_GAP * zoom;
    if (gap < 2.5) {
      return;
    }
    pen.save();
    pen.beginPath();
    pen.rect(x + 1, y + 1, width - 2, height - 2);
    pen.clip();
    pen.setStroke(colour(Ink.of(Role.HATCH)));
    pen.setLineWidth(Math.max(0.6, zoom));
    for (double at = -height; at < width; at += gap) {
      pen.strokeLine(x + at, y + height, x + at + height, y);
    }
    pen.restore();
  }

  private void cross(Shape.Box box, double x, double y, double width, double height) {
    pen.setStroke(colour(box.border()));
    pen.setLineWidth(1);
    pen.strokeLine(x + 3, y + 3, x + width - 3, y + height - 3);
    pen.strokeLine(x + 3, y + height - 3, x + width - 3, y + 3);
  }

  private void label(Shape.Label label, Camera camera) {
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
    pen.fillText(label.text(), camera.toScreenX(label.x()), camera.toScreenY(label.baseline()));
  }

  private void arc(Shape.Arc arc, Camera camera) {
    double zoom = camera.zoom();
    double line = Math.max(1.2, arc.width() * Math.min(1.6, zoom));
    pen.setGlobalAlpha(arc.opacity());
    pen.setStroke(colour(arc.ink()));
    pen.setFill(colour(arc.ink()));
    pen.setLineWidth(line);
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
    double dot = line * 1.4;
    pen.fillOval(
        camera.toScreenX(arc.x()) - dot, camera.toScreenY(arc.y()) - dot, 2 * dot, 2 * dot);
    var end = arc.curves().getLast();
    arrow(
        camera.toScreenX(end.controlX2()),
        camera.toScreenY(end.controlY2()),
        camera.toScreenX(end.x()),
        camera.toScreenY(end.y()),
        6 + 1.6 * line);
    pen.setGlobalAlpha(1);
  }

  private void arrow(double fromX, double fromY, double x, double y, double size) {
    double angle = Math.atan2(y - fromY, x - fromX);
    double spread = 0.42;
    pen.fillPolygon(
        new double[] {x, x - size * Math.cos(angle - spread), x - size * Math.cos(angle + spread)},
        new double[] {y, y - size * Math.sin(angle - spread), y - size * Math.sin(angle + spread)},
        3);
  }

  private Color colour(Ink ink) {
    return colours.computeIfAbsent(ink, key -> argb(palette.argb(key)));
  }

  private static Color argb(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  private Font font(double size, boolean bold, boolean isMono) {
    double rounded = Math.round(size * 4) / 4.0;
    return fonts.computeIfAbsent(
        rounded + (bold ? "b" : "n") + (isMono ? "m" : "s"),
        key -> FxTextMetrics.font(isMono ? mono : sans, rounded, bold));
  }
}
