package org.numascape.app.canvas;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;

/// Outlines boxes that differ, with a corner turned down, so that colour is not all that tells.
final class MarkPainter {

  /// A box smaller than this on screen, in pixels, gets no corner.
  private static final double ROOM_FOR_CORNER = 14;

  /// A box smaller than this is marked only while it is looked at: many marks hide the host.
  private static final double SMALLEST = 12;

  private final GraphicsContext pen;

  MarkPainter(GraphicsContext pen) {
    this.pen = pen;
  }

  /// Marks areas of the drawing: those that differ, and over them those looked at now.
  void paint(CanvasPainter colours, Camera camera, List<Rect> differing, List<Rect> looked) {
    Color differs = colours.colour(Ink.of(Role.WARN));
    for (var area : differing) {
      var seen = camera.toScreen(area);
      if (Math.min(seen.width(), seen.height()) >= SMALLEST) {
        mark(seen, differs, 1);
      }
    }
    Color now = colours.colour(Ink.of(Role.SELECTED));
    looked.forEach(area -> mark(camera.toScreen(area), now, 3));
  }

  private void mark(Rect area, Color colour, double line) {
    pen.setStroke(colour);
    pen.setLineWidth(line);
    double arc = Math.min(12, 3 + Math.min(area.width(), area.height()) / 5);
    pen.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), arc, arc);
    double corner = Math.min(9, Math.min(area.width(), area.height()) / 3);
    if (Math.min(area.width(), area.height()) >= ROOM_FOR_CORNER) {
      pen.setFill(colour);
      pen.fillPolygon(
          new double[] {area.right() - corner, area.right(), area.right()},
          new double[] {area.y(), area.y(), area.y() + corner},
          3);
    }
  }

  /// The view has the focus of the keyboard.
  void focus(CanvasPainter colours, double width, double height) {
    pen.setStroke(colours.colour(Ink.of(Role.SELECTED)));
    pen.setLineWidth(2);
    pen.strokeRect(1, 1, width - 2, height - 2);
  }
}
