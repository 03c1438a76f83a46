package org.numascape.app.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;

/// What is painted over the host and is no part of it: selection, rubber band, focus, and during a
/// drag the veil over everything but the target, and the target's frame.
final class CanvasOverlay {

  private static final double VEIL = 0.5;

  private final DesignStore store;
  private final DragState drag;
  private final GraphicsContext pen;

  CanvasOverlay(DesignStore store, DragState drag, GraphicsContext pen) {
    this.store = store;
    this.drag = drag;
    this.pen = pen;
  }

  /// What would lie where a drag would put it.
  Set<Item> ghosts() {
    var ghosts = new HashSet<Item>();
    drag.plan()
        .get()
        .ifPresent(plan -> {
          plan.landing().values().forEach(ghosts::addAll);
          ghosts.addAll(drag.items().get());
        });
    return ghosts;
  }

  /// Veils an area of that size in pixels but for the target of a drag, and frames that.
  void target(CanvasPainter colours, Camera camera, HitTest hits, double width, double height) {
    drag.target()
        .get()
        .flatMap(item -> hits.areasOf(item, camera.zoom()).stream().reduce(Rect::union))
        .map(area -> camera.toScreen(area))
        .ifPresent(hole -> {
          pen.setFill(seeThrough(colours.colour(Ink.of(Role.CANVAS)), VEIL));
          double top = Math.clamp(hole.y(), 0, height);
          double bottom = Math.clamp(hole.bottom(), top, height);
          pen.fillRect(0, 0, width, top);
          pen.fillRect(0, bottom, width, height - bottom);
          pen.fillRect(0, top, Math.max(0, hole.x()), bottom - top);
          pen.fillRect(hole.right(), top, Math.max(0, width - hole.right()), bottom - top);
          boolean possible = drag.planning().get() || drag.plan().get().isPresent();
          outline(colours.colour(Ink.of(possible ? Role.TARGET : Role.MUTED)), hole, 2, 3);
        });
  }

  /// Frames what is selected; a guest's vCPUs when it is selected as a whole.
  void selection(CanvasPainter colours, Camera camera, HitTest hits) {
    Color line = colours.colour(Ink.of(Role.SELECTED));
    store.selection().get().stream()
        .flatMap(this::parts)
        .flatMap(item -> hits.areasOf(item, camera.zoom()).stream())
        .map(area -> camera.toScreen(area))
        .forEach(area -> outline(line, area, 1.5, 2));
  }

  /// Frames what a search has found, faintly.
  void found(CanvasPainter colours, Camera camera, HitTest hits, List<Item> items) {
    Color line = seeThrough(colours.colour(Ink.of(Role.SELECTED)), 0.45);
    items.stream()
        .flatMap(this::parts)
        .flatMap(item -> hits.areasOf(item, camera.zoom()).stream())
        .map(area -> camera.toScreen(area))
        .forEach(area -> outline(line, area, 1, 1.5));
  }

  private Stream<Item> parts(Item item) {
    if (!(item instanceof Item.WholeGuest(var id))) {
      return Stream.of(item);
    }
    return store.design().guest(id).stream()
        .flatMapToInt(guest -> IntStream.range(0, guest.wanted().vcpus().maximum()))
        .mapToObj(vcpu -> new Item.Vcpu(id, vcpu));
  }

  private void outline(Color colour, Rect area, double gap, double line) {
    pen.setStroke(colour);
    pen.setLineWidth(line);
    double arc = Math.min(16, 4 + Math.min(area.width(), area.height()) / 5);
    pen.strokeRoundRect(
        area.x() - gap, area.y() - gap, area.width() + 2 * gap, area.height() + 2 * gap, arc, arc);
  }

  /// The rubber band, given in drawing units.
  void band(CanvasPainter colours, Camera camera, Optional<Rect> band) {
    band.map(area -> camera.toScreen(area))
        .ifPresent(area -> {
          Color line = colours.colour(Ink.of(Role.SELECTED));
          pen.setFill(seeThrough(line, 0.12));
          pen.fillRect(area.x(), area.y(), area.width(), area.height());
          pen.setStroke(line);
          pen.setLineWidth(1);
          pen.strokeRect(area.x() + 0.5, area.y() + 0.5, area.width(), area.height());
        });
  }

  /// The picture has the focus of the keyboard.
  void focus(CanvasPainter colours, double width, double height) {
    pen.setStroke(colours.colour(Ink.of(Role.SELECTED)));
    pen.setLineWidth(2);
    pen.strokeRect(1, 1, width - 2, height - 2);
  }

  private static Color seeThrough(Color colour, double opacity) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }
}
