package org.numascape.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;

/// Covers a node, for a look from far, with its name and how full it is.
record PlatePainter(Scene scene) {

  /// Of its name, on the largest hosts.
  private static final double LARGEST = 130;

  /// The plate of a node and the CPUs in it.
  void paint(Placed placed, Block.Node block) {
    paint(block.node(), placed.rect(), block.allPus().toList());
  }

  void paint(NumaNode node, Rect rect, List<Pu> pus) {
    var sketch = scene.sketch();
    var item = FramePainter.item(node);
    var fill = Ink.of(Role.NODE);
    var border = Ink.of(Role.BORDER);
    var far = Scene.FAR_ONLY;
    sketch.decoration("plate", rect, Spacing.NODE_RADIUS, fill, border, item, far);
    double pad = Math.min(rect.width(), rect.height()) * 0.08;
    double x = rect.x() + pad;
    double y = rect.y() + pad;
    double width = rect.width() - 2 * pad;
    double unit = (rect.height() - 2 * pad) / 8;
    double size = Math.min(LARGEST, Math.min(unit * 2.4, width / 5));
    var tint = scene.tints().node(node.osIndex());
    tint.ifPresent(shade -> {
      var band = new Rect(rect.x() + 1, rect.y() + 1, rect.width() - 2, pad + unit * 4.2);
      sketch.decoration("heat", band, Spacing.NODE_RADIUS, shade.fill(), Ink.NONE, item, far);
    });
    var name = Lettering.bold(size, tint.map(Tint::on).orElse(Ink.of(Role.TEXT)));
    var count = Lettering.plain(size * 0.75, tint.map(Tint::on).orElse(Ink.of(Role.MUTED)));
    var taken = taken(pus);
    String cpus = tint.map(Tint::words).orElseGet(() -> count(pus));
    sketch.write("node " + node.osIndex(), name, Spot.from(x, y + unit * 1.2, width), item, far);
    sketch.write(cpus, count, Spot.from(x, y + unit * 3.4, width), item, far);
    if (!pus.isEmpty()) {
      bar(taken, pus.size(), new Rect(x, y + unit * 4.6, width, unit * 1.4), item);
    }
    var memory = new Rect(x, y + unit * 6.4, width, unit * 1.4);
    new MemoryBar(scene, node, memory).paint(sketch, far);
  }

  private String count(List<Pu> pus) {
    if (pus.isEmpty()) {
      return "no CPUs";
    }
    long used = used(pus);
    return (used == 0 ? "" : used + "/") + pus.size() + " CPUs";
  }

  private long used(List<Pu> pus) {
    return pus.stream()
        .map(pu -> scene.overlay().seat(pu.osIndex()))
        .filter(seat -> seat.reserved() || !seat.exact().isEmpty())
        .count();
  }

  /// How many CPUs each guest has, and the host; the first where several share one. Where colours
  /// tell something else of PUs, how many have each.
  private Map<Ink, Integer> taken(List<Pu> pus) {
    var taken = new LinkedHashMap<Ink, Integer>();
    for (var pu : pus) {
      var seat = scene.overlay().seat(pu.osIndex());
      var tint = scene.tints().pu(pu.osIndex());
      if (tint.isPresent()) {
        taken.merge(tint.get().fill(), 1, Integer::sum);
      } else if (!seat.exact().isEmpty()) {
        taken.merge(scene.tints().surface(seat.exact().getFirst().face()), 1, Integer::sum);
      } else if (seat.reserved()) {
        taken.merge(Ink.of(Role.OTHERS), 1, Integer::sum);
      }
    }
    return taken;
  }

  private void bar(Map<Ink, Integer> taken, int all, Rect rect, Optional<Item> item) {
    double radius = rect.height() / 5;
    var far = Scene.FAR_ONLY;
    scene.sketch().decoration("cpus", rect, radius, Ink.of(Role.TRACK), Ink.NONE, item, far);
    double x = rect.x();
    for (var entry : taken.entrySet()) {
      double part = rect.width() * entry.getValue() / all;
      var area = new Rect(x, rect.y(), part, rect.height());
      scene.sketch().decoration("cpus-planned", area, radius, entry.getKey(), Ink.NONE, item, far);
      x += part;
    }
  }
}
