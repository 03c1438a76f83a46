package org.numascape.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Flow;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;

/// Paints the arcs of accesses that leave their node.
final class Arcs {

  /// With more arcs than this only the selected guest's are full.
  private static final int FEW = 6;

  /// More than this help nobody; the smallest are left out.
  private static final int MOST = 60;

  private static final double FAINT = 0.28;

  /// More pills than this say the least that is needed.
  private static final int TALKATIVE = 3;

  private final Scene scene;
  private final Placed host;
  private final Map<Integer, End> ends = new LinkedHashMap<>();
  private final Map<Integer, Double> rows = new HashMap<>();
  private final Map<Integer, List<Integer>> cpus = new HashMap<>();

  private boolean brief;

  /// A node that an arc can start or end at.
  private record End(NumaNode node, Rect rect) {}

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
      var inside = new ArrayList<Integer>();
      note(placed, inside);
      cpus.put(node.node().osIndex(), inside);
    }
    for (int at = 0; at < placed.memory().size(); at++) {
      place(placed.block().memory().get(at).node(), placed.memory().get(at));
    }
  }

  /// Notes how high every PU stands, for those that something sits on.
  private void note(Placed placed, List<Integer> inside) {
    if (placed.block() instanceof Block.Cores cores) {
      for (var pu : cores.pus()) {
        if (scene.overlay().seats().containsKey(pu.osIndex())) {
          inside.add(pu.osIndex());
          rows.put(pu.osIndex(), placed.rect().centreY());
        }
      }
    }
    placed.parts().forEach(part -> note(part, inside));
  }

  private static boolean sits(Overlay.Face face, Overlay.Seat seat) {
    return seat.floating().contains(face)
        || seat.exact().stream().anyMatch(vcpu -> vcpu.face().equals(face));
  }

  private void place(NumaNode node, Rect rect) {
    ends.put(node.osIndex(), new End(node, rect));
  }

  /// A flow and the way it takes.
  private record Drawn(Flow flow, Router.Way way, boolean full, Rect target) {}

  private void paint() {
    var flows =
        scene.overlay().flows().stream()
            .filter(flow -> ends.containsKey(flow.from()) && ends.containsKey(flow.to()))
            .limit(MOST)
            .toList();
    var boxes = ends.values().stream().map(End::rect).toList();
    var router = new Router(host.rect().width(), boxes, labels());
    brief = flows.stream().filter(flow -> full(flow, flows)).count() > TALKATIVE;
    var drawn = new ArrayList<Drawn>();
    for (var flow : flows) {
      var from = Optional.ofNullable(ends.get(flow.from()));
      var to = Optional.ofNullable(ends.get(flow.to()));
      if (from.isPresent() && to.isPresent()) {
        drawn.add(drawn(flow, full(flow, flows), router, from.get().rect(), to.get()));
      }
    }
    for (int number = 0; number < drawn.size(); number++) {
      arcs(drawn.get(number), "flow_" + number);
    }
    drawn.forEach(one -> one.way().pill().ifPresent(pill -> pill(one.flow(), pill)));
  }

  private Drawn drawn(Flow flow, boolean full, Router router, Rect from, End to) {
    var bar = MemoryBar.of(scene, to.node(), to.rect());
    var memory = bar.reach(flow.face());
    double pill = full ? pillWidth(flow) : 0;
    var way = router.way(from, startY(flow, from), to.rect(), bar.rect(), memory, pill);
    return new Drawn(flow, way, full, to.rect());
  }

  /// Far out the words of a node are elsewhere: there the arc ends at its border.
  private void arcs(Drawn drawn, String id) {
    double opacity = drawn.full() ? 1 : FAINT;
    var route = drawn.way().route();
    arc(drawn.flow(), route, opacity, id, Scene.NEAR_ONLY);
    var shorter = route.endingAt(drawn.target());
    arc(drawn.flow(), shorter, opacity, id + "_far", new Detail(0, Scene.MIDDLE));
  }

  private boolean full(Flow flow, List<Flow> all) {
    if (all.size() <= FEW) {
      return true;
    }
    return scene.options().selected().map(flow.face().id()::equals).orElse(all.indexOf(flow) < FEW);
  }

  /// What arcs keep clear of: the words that stand outside cores, and devices.
  private List<Rect> labels() {
    var kept = new ArrayList<Rect>();
    for (var shape : scene.sketch().shapes()) {
      boolean words =
          shape instanceof Shape.Label label && label.detail().shows(1.2) && !onCore(label);
      boolean device = shape instanceof Shape.Box box && box.kind().equals("PCIDev");
      if (words || device) {
        kept.add(shape.bounds());
      }
    }
    return kept;
  }

  /// Words inside cores: arcs go around nodes and never come near them.
  private static boolean onCore(Shape.Label label) {
    return label.size() < 9.9 || label.mono() || label.item().filter(Arcs::inCore).isPresent();
  }

  private static boolean inCore(Item item) {
    return switch (item) {
      case Item.OnHost(var object) ->
          object.kind() == ObjectKind.CORE || object.kind() == ObjectKind.PU;
      case Item.Vcpu vcpu -> true;
      case Item.Emulator emulator -> true;
      case Item.IoThread thread -> true;
      case Item.NodeMemory memory -> false;
      case Item.WholeGuest guest -> false;
      case Item.Cell cell -> false;
      case Item.Device device -> false;
    };
  }

  /// Arcs leave a node at the height of the vCPUs they come from.
  private double startY(Flow flow, Rect from) {
    double sum = 0;
    int count = 0;
    for (int cpu : cpus.getOrDefault(flow.from(), List.of())) {
      if (sits(flow.face(), scene.overlay().seat(cpu))) {
        sum += rows.getOrDefault(cpu, from.centreY());
        count++;
      }
    }
    return count == 0 ? from.centreY() : sum / count;
  }

  private static Lettering look(Flow flow) {
    return Lettering.bold(11, ink(flow, Role.BAD, Role.WARN, Role.GOOD));
  }

  static Ink ink(Flow flow, Role bad, Role warn, Role good) {
    return Ink.of(flow.factor() >= 1.7 ? bad : flow.factor() >= 1.2 ? warn : good);
  }

  private String words(Flow flow) {
    return brief ? flow.brief() : flow.words();
  }

  private double pillWidth(Flow flow) {
    return Math.min(340, scene.sketch().width(words(flow), look(flow)) + 20);
  }

  private static Optional<Item> item(Flow flow) {
    return Optional.of(flow.item());
  }

  private void arc(Flow flow, Route route, double opacity, String id, Detail detail) {
    var first = route.points().getFirst();
    double width = 1.2 + 1.8 * flow.share();
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
    var fill = ink(flow, Role.BAD_PALE, Role.WARN_PALE, Role.GOOD_PALE);
    var border = ink(flow, Role.BAD, Role.WARN, Role.GOOD);
    var near = Detail.readable(look(flow).size());
    scene.sketch().decoration("flow", pill, Spacing.PILL_RADIUS, fill, border, item(flow), near);
    scene.sketch().write(words(flow), look(flow), Spot.in(pill, 7), item(flow), near);
  }
}
