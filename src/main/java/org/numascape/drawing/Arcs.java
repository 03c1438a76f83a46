package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Flow;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.NumaNode;

/// Paints the arcs of accesses that leave their node.
final class Arcs {

  /// With more arcs than this only the selected guest's are full.
  private static final int FEW = 6;

  /// More than this help nobody; the smallest are left out.
  private static final int MOST = 60;

  private static final double FAINT = 0.28;

  private final Scene scene;
  private final Placed host;
  private final Map<Integer, NumaNode> nodes = new HashMap<>();
  private final Map<Integer, Rect> places = new HashMap<>();
  private final Map<Integer, Rect> pus = new HashMap<>();
  private final Map<Integer, Integer> homes = new HashMap<>();

  private Arcs(Scene scene, Placed host) {
    this.scene = scene;
    this.host = host;
    host.walk().forEach(this::note);
  }

  /// Paints all arcs over a picture that is finished otherwise.
  static void paint(Scene scene, Placed host) {
    if (!scene.overlay().flows().isEmpty()) {
      new Arcs(scene, host).paint();
    }
  }

  private void note(Placed placed) {
    if (placed.block() instanceof Block.Node node) {
      place(node.node(), placed.rect());
      placed
          .walk()
          .forEach(inner -> {
            if (inner.block() instanceof Block.Cores cores) {
              cores.pus().forEach(pu -> homes.put(pu.osIndex(), node.node().osIndex()));
            }
          });
    }
    for (int at = 0; at < placed.memory().size(); at++) {
      place(placed.block().memory().get(at), placed.memory().get(at));
    }
    if (placed.block() instanceof Block.Cores cores) {
      var rects = placed.pus(scene.measures());
      for (int at = 0; at < rects.size(); at++) {
        pus.put(cores.pus().get(at).osIndex(), rects.get(at));
      }
    }
  }

  private void place(NumaNode node, Rect rect) {
    nodes.put(node.osIndex(), node);
    places.put(node.osIndex(), rect);
  }

  private void paint() {
    var flows =
        scene.overlay().flows().stream()
            .filter(flow -> places.containsKey(flow.from()) && places.containsKey(flow.to()))
            .limit(MOST)
            .toList();
    var router = new Router(host.rect().width(), new ArrayList<>(places.values()), labels());
    var ways = new IdentityHashMap<Flow, Router.Way>();
    for (var flow : flows) {
      double pill = full(flow, flows) ? pillWidth(flow) : 0;
      var target = places.get(flow.to());
      var memory = NodePainter.reach(scene.overlay(), nodes.get(flow.to()), flow.face(), target);
      var from = places.get(flow.from());
      ways.put(
          flow,
          router.way(from, startY(flow, from), target, NodePainter.bar(target), memory, pill));
    }
    int number = 0;
    for (var flow : flows) {
      var route = ways.get(flow).route();
      double opacity = full(flow, flows) ? 1 : FAINT;
      arc(flow, route, opacity, "flow_" + number, Scene.NEAR_ONLY);
      // Far out the words of a node are elsewhere: the arc ends at its border.
      var shorter = route.endingAt(places.get(flow.to()));
      arc(flow, shorter, opacity, "flow_" + number + "_far", new Detail(0, Scene.MIDDLE));
      number++;
    }
    for (var flow : flows) {
      ways.get(flow).pill().ifPresent(pill -> pill(flow, pill));
    }
  }

  private boolean full(Flow flow, List<Flow> all) {
    if (all.size() <= FEW) {
      return true;
    }
    return scene
        .options()
        .selected()
        .map(flow.face().guest().id()::equals)
        .orElse(all.indexOf(flow) < FEW);
  }

  /// What arcs keep clear of: the words that stand outside cores, and devices.
  private List<Rect> labels() {
    var kept = new ArrayList<Rect>();
    for (var shape : scene.sketch().shapes()) {
      boolean words =
          shape instanceof Shape.Label label && !label.mono() && label.size() >= 9.9 && label.detail().shows(1.2);
      boolean device = shape instanceof Shape.Box box && box.kind().equals("PCIDev");
      if (words || device) {
        kept.add(shape.bounds());
      }
    }
    return kept;
  }

  /// Arcs leave a node at the height of the vCPUs they come from.
  private double startY(Flow flow, Rect from) {
    double sum = 0;
    int count = 0;
    for (var entry : scene.overlay().seats().entrySet()) {
      var rect = pus.get(entry.getKey());
      boolean here = homes.getOrDefault(entry.getKey(), -1) == flow.from();
      boolean its =
          entry.getValue().exact().stream().anyMatch(v -> v.face().equals(flow.face()))
              || entry.getValue().floating().contains(flow.face());
      if (rect != null && here && its) {
        sum += rect.centreY();
        count++;
      }
    }
    return count == 0 ? from.centreY() : sum / count;
  }

  private static Lettering look(Flow flow) {
    return Lettering.bold(11, ink(flow, Role.BAD, Role.WARN, Role.GOOD));
  }

  private static Ink ink(Flow flow, Role bad, Role warn, Role good) {
    return Ink.of(flow.factor() >= 1.7 ? bad : flow.factor() >= 1.2 ? warn : good);
  }

  private double pillWidth(Flow flow) {
    return Math.min(260, scene.sketch().width(flow.words(), look(flow)) + 20);
  }

  private static Optional<Item> item(Flow flow) {
    return Optional.of(flow.item());
  }

  private void arc(Flow flow, Route route, double opacity, String id, Detail detail) {
    var first = route.points().getFirst();
    double width = 1.5 + 2 * flow.share();
    var bounds = route.bounds();
    double more = 8;
    scene
        .sketch()
        .add(
            new Shape.Arc(
                id,
                new Rect(
                    bounds.x() - more,
                    bounds.y() - more,
                    bounds.width() + 2 * more,
                    bounds.height() + 2 * more),
                first.x(),
                first.y(),
                route.curves(),
                width,
                ink(flow, Role.BAD, Role.WARN, Role.GOOD),
                opacity,
                item(flow),
                detail));
  }

  private void pill(Flow flow, Rect pill) {
    scene
        .sketch()
        .add(
            new Shape.Box(
                "",
                "flow",
                pill,
                Spacing.PILL_RADIUS,
                ink(flow, Role.BAD_PALE, Role.WARN_PALE, Role.GOOD_PALE),
                ink(flow, Role.BAD, Role.WARN, Role.GOOD),
                1,
                Pattern.SOLID,
                item(flow),
                Detail.readable(11)));
    scene
        .sketch()
        .write(
            flow.words(),
            look(flow),
            Anchor.MIDDLE,
            pill.centreX(),
            pill.centreY(),
            pill.width() - 14,
            item(flow),
            Detail.ALWAYS);
  }
}
