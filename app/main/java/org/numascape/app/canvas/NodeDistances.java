package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.numascape.app.theme.Theme;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// Lines from a node under the pointer to the others with the distances that the firmware tells.
/// Nothing where it tells none.
record NodeDistances(GraphicsContext pen) {

  private static final double SIZE = 11;
  private static final double PILL = 18;

  /// Paints what is known of the lit nodes: of one, its way to every other; of two, that one way.
  void paint(
      List<ObjectId> lit, HostTopology host, HitTest hits, Camera camera, CanvasPainter colours) {
    if (lit.isEmpty()) {
      return;
    }
    node(host, lit.getFirst())
        .ifPresent(from -> {
          boolean one = lit.size() == 1;
          var others =
              one
                  ? host.nodes().values()
                  : lit.stream().skip(1).flatMap(id -> node(host, id).stream()).toList();
          for (var to : others) {
            way(from, to, host, hits, camera, colours);
          }
          place(from, hits, camera)
              .ifPresent(area -> frame(area, colours.colour(Ink.of(Role.SELECTED))));
        });
  }

  private static Optional<NumaNode> node(HostTopology host, ObjectId id) {
    return host.object(id).filter(NumaNode.class::isInstance).map(NumaNode.class::cast);
  }

  private static Optional<Rect> place(NumaNode node, HitTest hits, Camera camera) {
    return hits.boundsOf(new Item.OnHost(node.id()))
        .or(() -> hits.boundsOf(new Item.NodeMemory(node.osIndex())))
        .map(area ->
            new Rect(
                camera.toScreenX(area.x()),
                camera.toScreenY(area.y()),
                area.width() * camera.zoom(),
                area.height() * camera.zoom()));
  }

  private void way(
      NumaNode from,
      NumaNode to,
      HostTopology host,
      HitTest hits,
      Camera camera,
      CanvasPainter colours) {
    OptionalInt distance = host.distances().between(from.osIndex(), to.osIndex());
    var start = place(from, hits, camera);
    var end = place(to, hits, camera);
    if (host.distances().isEmpty()
        || distance.isEmpty()
        || start.isEmpty()
        || end.isEmpty()
        || from.equals(to)) {
      return;
    }
    Color line = colours.colour(Ink.of(Role.SELECTED));
    pen.setStroke(line.deriveColor(0, 1, 1, 0.65));
    pen.setLineWidth(1.5);
    pen.strokeLine(
        start.get().centreX(), start.get().centreY(), end.get().centreX(), end.get().centreY());
    pill(Integer.toString(distance.getAsInt()), end.get(), line, colours);
  }

  private void pill(String words, Rect area, Color line, CanvasPainter colours) {
    if (area.width() < PILL || area.height() < PILL) {
      return;
    }
    double width = 12 + words.length() * 7;
    double x = area.centreX() - width / 2;
    double y = area.centreY() - PILL / 2;
    pen.setFill(colours.colour(Ink.of(Role.NODE)));
    pen.fillRoundRect(x, y, width, PILL, PILL, PILL);
    pen.setStroke(line);
    pen.setLineWidth(1);
    pen.strokeRoundRect(x, y, width, PILL, PILL, PILL);
    pen.setFill(colours.colour(Ink.of(Role.TEXT)));
    pen.setFont(Font.font(Theme.sans(), FontWeight.BOLD, SIZE));
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    pen.fillText(words, area.centreX(), area.centreY());
  }

  private void frame(Rect area, Color line) {
    pen.setStroke(line);
    pen.setLineWidth(2);
    pen.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), 10, 10);
  }
}
