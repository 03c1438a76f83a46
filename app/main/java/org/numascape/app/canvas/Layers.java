package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.design.Item;
import org.numascape.drawing.Rect;

/// Paints a frame: the picture, and over it what is no part of it.
final class Layers {

  private final GraphicsContext pen;
  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final CanvasOverlay overlay;
  private final NodeDistances distances;
  private final SpotlightPainter spotlight;
  private CanvasPainter painter;
  private Optional<Rect> rubberBand = Optional.empty();
  private List<Item> found = List.of();

  Layers(GraphicsContext pen, DesignStore store, ViewState view, DragState drag) {
    this.pen = pen;
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.overlay = new CanvasOverlay(store, drag, pen);
    this.distances = new NodeDistances(pen);
    this.spotlight = new SpotlightPainter(store, pen);
    this.painter = painter(false);
  }

  /// Paints in the colours of a theme from now on.
  void colours(boolean dark) {
    painter = painter(dark);
  }

  private CanvasPainter painter(boolean dark) {
    return new CanvasPainter(pen, Theme.palette(dark), Theme.sans(), Theme.mono());
  }

  /// Shows a rubber band, in drawing units, or none.
  void band(Optional<Rect> area) {
    rubberBand = area;
  }

  /// Marks what a search has found.
  void found(List<Item> items) {
    found = List.copyOf(items);
  }

  /// Paints what a window on a picture shows.
  ///
  /// @param grain dots of the screen in a pixel
  /// @param focused whether the keyboard's focus is to be seen
  void paint(Picture picture, Viewport viewport, double grain, boolean focused) {
    var hits = picture.hits();
    var camera = viewport.camera();
    double width = viewport.width();
    double height = viewport.height();
    painter.paint(picture.drawing(), camera, width, height, grain);
    if (drag.active()) {
      overlay.target(painter, camera, hits, width, height);
      painter.paintGhosts(picture.drawing(), width, height, overlay.ghosts());
    } else {
      spotlight.paint(painter, camera, hits, width, height, view.spotlight().get());
      overlay.found(painter, camera, hits, found);
      overlay.selection(painter, camera, hits);
      view.measure()
          .get()
          .ifPresent(measure ->
              distances.paint(
                  view.lit().get(), measure, store.shown().get().host(), hits, camera, painter));
    }
    overlay.band(painter, camera, rubberBand);
    if (focused) {
      overlay.focus(painter, width, height);
    }
  }
}
