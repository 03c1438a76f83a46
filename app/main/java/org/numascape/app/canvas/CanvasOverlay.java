package org.numascape.app.canvas;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;

/// What is painted over the host and is no part of it: selection, rubber band, and during a drag
/// the veil over everything but the target, the target's frame and the ghosts of what would land.
final class CanvasOverlay {

  private static final double VEIL = 0.5;

  private final DesignStore store;
  private final DragState drag;

  CanvasOverlay(DesignStore store, DragState drag) {
    this.store = store;
    this.drag = drag;
  }

  /// Paints it on an area of that size in pixels.
  void paint(
      GraphicsContext pen,
      Palette palette,
      Camera camera,
      HitTest hits,
      Optional<Rect> band,
      double width,
      double height) {
    if (drag.active()) {
      drag.target()
          .get()
          .flatMap(hits::boundsOf)
          .ifPresent(area -> target(pen, palette, screen(camera, area), width, height));
      drag.plan()
          .get()
          .ifPresent(plan ->
              plan.landing()
                  .values()
                  .forEach(vcpus ->
                      vcpus.forEach(vcpu ->
                          hits.boundsOf(vcpu)
                              .ifPresent(area -> ghost(pen, palette, screen(camera, area))))));
    }
    for (var item : store.selection().get()) {
      hits.boundsOf(item).ifPresent(area -> frame(pen, palette, screen(camera, area), item));
    }
    band.ifPresent(area -> rubber(pen, palette, screen(camera, area)));
  }

  private static void target(
      GraphicsContext pen, Palette palette, Rect hole, double width, double height) {
    Color ground = colour(palette, Role.CANVAS);
    pen.setFill(Color.color(ground.getRed(), ground.getGreen(), ground.getBlue(), VEIL));
    double top = Math.clamp(hole.y(), 0, height);
    double bottom = Math.clamp(hole.bottom(), 0, height);
    pen.fillRect(0, 0, width, top);
    pen.fillRect(0, bottom, width, height - bottom);
    pen.fillRect(0, top, Math.max(0, hole.x()), bottom - top);
    pen.fillRect(hole.right(), top, Math.max(0, width - hole.right()), bottom - top);
    pen.setStroke(colour(palette, Role.TARGET));
    pen.setLineWidth(3);
    pen.strokeRoundRect(hole.x() - 2, hole.y() - 2, hole.width() + 4, hole.height() + 4, 14, 14);
  }

  private static void ghost(GraphicsContext pen, Palette palette, Rect area) {
    Color ground = colour(palette, Role.PU);
    pen.setFill(Color.color(ground.getRed(), ground.getGreen(), ground.getBlue(), VEIL));
    pen.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 6, 6);
    pen.setStroke(colour(palette, Role.TEXT));
    pen.setLineWidth(1.2);
    pen.setLineDashes(4, 3);
    pen.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), 6, 6);
    pen.setLineDashes((double[]) null);
  }

  private static void frame(GraphicsContext pen, Palette palette, Rect area, Item item) {
    if (item instanceof Item.WholeGuest) {
      return;
    }
    pen.setStroke(colour(palette, Role.SELECTED));
    pen.setLineWidth(2.4);
    pen.strokeRoundRect(area.x() - 2, area.y() - 2, area.width() + 4, area.height() + 4, 8, 8);
  }

  private static void rubber(GraphicsContext pen, Palette palette, Rect area) {
    Color line = colour(palette, Role.SELECTED);
    pen.setFill(Color.color(line.getRed(), line.getGreen(), line.getBlue(), 0.12));
    pen.fillRect(area.x(), area.y(), area.width(), area.height());
    pen.setStroke(line);
    pen.setLineWidth(1);
    pen.strokeRect(area.x() + 0.5, area.y() + 0.5, area.width(), area.height());
  }

  private static Rect screen(Camera camera, Rect area) {
    return new Rect(
        camera.toScreenX(area.x()),
        camera.toScreenY(area.y()),
        area.width() * camera.zoom(),
        area.height() * camera.zoom());
  }

  private static Color colour(Palette palette, Role role) {
    int argb = palette.argb(Ink.of(role));
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }
}
