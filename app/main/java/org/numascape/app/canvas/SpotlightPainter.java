package org.numascape.app.canvas;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;

/// Veils everything but what a problem concerns, and frames that.
final class SpotlightPainter {

  private static final double VEIL = 0.62;
  private static final double GAP = 3;

  private final DesignStore store;
  private final GraphicsContext pen;

  SpotlightPainter(DesignStore store, GraphicsContext pen) {
    this.store = store;
    this.pen = pen;
  }

  /// Paints the veil on an area of that size in pixels; nothing where none of the items is drawn.
  void paint(
      CanvasPainter colours,
      Camera camera,
      HitTest hits,
      double width,
      double height,
      List<Item> items) {
    // None within another: of two, the veil would close again.
    var holes =
        Rect.outermost(
            items.stream()
                .flatMap(this::parts)
                .flatMap(item -> hits.areasOf(item, camera.zoom()).stream())
                .map(camera::toScreen)
                .map(SpotlightPainter::wider)
                .toList());
    if (holes.isEmpty()) {
      return;
    }
    var canvas = colours.colour(Ink.of(Role.CANVAS));
    pen.setFill(Color.color(canvas.getRed(), canvas.getGreen(), canvas.getBlue(), VEIL));
    pen.setFillRule(FillRule.EVEN_ODD);
    pen.beginPath();
    pen.rect(0, 0, width, height);
    holes.forEach(hole -> pen.rect(hole.x(), hole.y(), hole.width(), hole.height()));
    pen.fill();
    pen.setFillRule(FillRule.NON_ZERO);
    pen.setStroke(colours.colour(Ink.of(Role.SELECTED)));
    pen.setLineWidth(2);
    holes.forEach(
        hole -> pen.strokeRoundRect(hole.x(), hole.y(), hole.width(), hole.height(), 6, 6));
  }

  private static Rect wider(Rect area) {
    return new Rect(
        area.x() - GAP, area.y() - GAP, area.width() + 2 * GAP, area.height() + 2 * GAP);
  }

  /// A guest as a whole is its vCPUs and its memory.
  private Stream<Item> parts(Item item) {
    if (!(item instanceof Item.WholeGuest(var id))) {
      return Stream.of(item);
    }
    return store.shown().get().design().guest(id).stream()
        .flatMap(guest ->
            Stream.concat(
                IntStream.range(0, guest.wanted().vcpus().maximum())
                    .mapToObj(vcpu -> new Item.Vcpu(id, vcpu)),
                guest.wanted().memoryCells().stream().map(cell -> new Item.Cell(id, cell.id()))));
  }
}
