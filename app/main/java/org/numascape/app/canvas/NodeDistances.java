package org.numascape.app.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.numascape.app.store.Measure;
import org.numascape.app.theme.Theme;
import org.numascape.design.Item;
import org.numascape.drawing.HitTest;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;

/// Lines from a node under the pointer to the others with what a measure says of the way, and the
/// measure's name at the node. Nothing where the host does not tell.
record NodeDistances(GraphicsContext pen) {

  private static final double SIZE = 11;
  private static final double PILL = 18;

  /// The end of a way on the canvas, and what is told of it.
  private record Way(Rect end, String words) {}

  /// Paints what is known of the lit nodes: of one, its way to every other; of two, that one way.
  void paint(
      List<ObjectId> lit,
      Measure measure,
      HostTopology host,
      HitTest hits,
      Camera camera,
      CanvasPainter colours) {
    if (lit.isEmpty()) {
      return;
    }
    node(host, lit.getFirst())
        .flatMap(from -> place(from, hits, camera))
        .ifPresent(start -> {
          var from = lit.getFirst();
          Collection<NumaNode> others =
              lit.size() == 1
                  ? host.nodes().values()
                  : lit.stream().skip(1).flatMap(id -> node(host, id).stream()).toList();
          var ways =
              others.stream()
                  .filter(to -> !to.id().equals(from))
                  .flatMap(to -> way(from, to, measure, hits, camera).stream())
                  .toList();
          paint(start, ways, title(measure, from), colours);
        });
  }

  private static String title(Measure measure, ObjectId from) {
    return measure
        .between(from, from)
        .map(own -> measure.name() + " · here " + own)
        .orElse(measure.name());
  }

  private static Optional<Way> way(
      ObjectId from, NumaNode to, Measure measure, HitTest hits, Camera camera) {
    return place(to, hits, camera)
        .flatMap(end -> measure.between(from, to.id()).map(words -> new Way(end, words)));
  }

  private void paint(Rect start, List<Way> ways, String title, CanvasPainter colours) {
    Color line = colours.colour(Ink.of(Role.SELECTED));
    pen.setStroke(line);
    pen.setLineWidth(2);
    pen.strokeRoundRect(start.x(), start.y(), start.width(), start.height(), 10, 10);
    pen.setStroke(line.deriveColor(0, 1, 1, 0.65));
    pen.setLineWidth(1.5);
    for (var way : ways) {
      pen.strokeLine(start.centreX(), start.centreY(), way.end().centreX(), way.end().centreY());
    }
    for (var way : ways) {
      pill(way.words(), way.end().centreX(), way.end().centreY(), line, colours);
    }
    if (!ways.isEmpty()) {
      // At the lower edge: words beside the pointer cover the middle.
      double half = width(title) / 2 + 2;
      double middle = Math.max(half, start.centreX());
      pill(title, middle, start.bottom(), line, colours);
    }
  }

  private static Optional<NumaNode> node(HostTopology host, ObjectId id) {
    return host.object(id).filter(NumaNode.class::isInstance).map(NumaNode.class::cast);
  }

  private static Optional<Rect> place(NumaNode node, HitTest hits, Camera camera) {
    return hits.boundsOf(new Item.OnHost(node.id()))
        .or(() -> hits.boundsOf(new Item.NodeMemory(node.osIndex())))
        .map(camera::toScreen);
  }

  private static double width(String words) {
    return 16 + words.length() * 6.3;
  }

  private void pill(String words, double x, double y, Color line, CanvasPainter colours) {
    double width = width(words);
    double left = x - width / 2;
    double top = y - PILL / 2;
    pen.setFill(colours.colour(Ink.of(Role.NODE)));
    pen.fillRoundRect(left, top, width, PILL, PILL, PILL);
    pen.setStroke(line);
    pen.setLineWidth(1);
    pen.strokeRoundRect(left, top, width, PILL, PILL, PILL);
    pen.setFill(colours.colour(Ink.of(Role.TEXT)));
    pen.setFont(Font.font(Theme.sans(), FontWeight.BOLD, SIZE));
    pen.setTextAlign(TextAlignment.CENTER);
    pen.setTextBaseline(VPos.CENTER);
    pen.fillText(words, x, y);
  }
}
