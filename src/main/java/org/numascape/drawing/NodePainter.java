package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// Paints NUMA nodes: their names, memory bars and lines on huge pages.
record NodePainter(Scene scene, HostTopology host) {

  private static final Lettering TITLE = Lettering.bold(13, Ink.of(Role.TEXT));
  private static final Lettering MARK = Lettering.bold(9.5, Ink.of(Role.MUTED));
  private static final Lettering AMOUNT = Lettering.plain(11.5, Ink.of(Role.MUTED));
  private static final Lettering OVER = Lettering.bold(11.5, Ink.of(Role.BAD));
  private static final Lettering LINE = Lettering.plain(11, Ink.of(Role.MUTED));
  private static final Lettering SHORT = Lettering.bold(11, Ink.of(Role.BAD));

  /// The box of a node, and what it says above its CPUs.
  void paint(Placed placed, Block.Node block) {
    for (var group : block.groups()) {
      scene
          .sketch()
          .add(
              FramePainter.box(
                  group, placed.rect(), Spacing.NODE_RADIUS, Ink.NONE, Ink.NONE, Pattern.SOLID));
    }
    box(block.node(), placed.rect(), !block.node().cpus().isEmpty());
  }

  /// Memory that has no CPUs of its own.
  void memory(NumaNode node, Rect rect) {
    box(node, rect, false);
  }

  private void box(NumaNode node, Rect rect, boolean cpus) {
    var fill = Ink.of(Role.NODE);
    var border = Ink.of(Role.BORDER);
    var solid = Pattern.SOLID;
    scene.sketch().add(FramePainter.box(node, rect, Spacing.NODE_RADIUS, fill, border, solid));
    var load = scene.overlay().load(node.osIndex());
    var bar = MemoryBar.of(scene.overlay(), node, rect);
    title(node, load, rect, cpus);
    bar.paint(scene.sketch(), Scene.NEAR_ONLY);
    pages(node, load, bar.rect());
    middle(node, load, rect, bar.rect());
  }

  private void title(NumaNode node, Load load, Rect rect, boolean cpus) {
    double y = rect.y() + Spacing.NODE_TITLE / 2 + 1;
    double x = rect.x() + Spacing.NODE_PAD;
    double right = rect.right() - Spacing.NODE_PAD;
    String name = Words.node(node, scene.options().labels());
    var spot = Spot.from(x, y, right - x);
    x += scene.sketch().write(name, TITLE, spot, FramePainter.item(node), Detail.ALWAYS) + 8;
    for (String word : marks(node, cpus)) {
      x += mark(node, word, x, y, right - x);
    }
    var look = load.overKib() > 0 ? OVER : AMOUNT;
    var place = Spot.upTo(right, y, right - x);
    scene.sketch().say(amounts(load), look, place, memory(node), Detail.ALWAYS);
  }

  /// What kind of memory it is, that it has no CPUs, and what stands before it.
  private List<String> marks(NumaNode node, boolean cpus) {
    var words = new ArrayList<String>();
    if (!node.subtype().isEmpty() && !node.subtype().equals("DRAM")) {
      words.add(node.subtype());
    }
    if (!cpus) {
      words.add(node.cpus().isEmpty() ? "no CPUs" : "memory only");
    }
    host.parent(node)
        .filter(MemoryCache.class::isInstance)
        .map(MemoryCache.class::cast)
        .ifPresent(cache -> words.add(Words.behind(cache)));
    return words;
  }

  private double mark(NumaNode node, String word, double x, double y, double room) {
    double width = scene.sketch().width(word, MARK) + 10;
    if (width > room) {
      return 0;
    }
    var item = FramePainter.item(node);
    var chip = new Rect(x, y - 8, width, 16);
    var fill = Ink.of(Role.DEVICE);
    var border = Ink.of(Role.FAINT_BORDER);
    scene.sketch().decoration("mark", chip, 8, fill, border, item, Scene.NEAR_ONLY);
    scene.sketch().write(word, MARK, Spot.in(chip, 4), item, Detail.ALWAYS);
    return width + 5;
  }

  private static List<String> amounts(Load load) {
    if (load.totalKib() == 0 && load.plannedKib() == 0) {
      return List.of("no memory");
    }
    String amount = Words.ofTotal(load.plannedKib(), load.totalKib());
    if (load.overKib() == 0) {
      String total = MemorySize.ofKib(load.totalKib()).toString();
      return List.of(amount + " planned", amount, total);
    }
    String over = MemorySize.ofKib(load.overKib()) + " over";
    return List.of(
        "⚠ " + amount + " planned — " + over,
        "⚠ " + amount + " — " + over,
        "⚠ " + over,
        over,
        "over");
  }

  private static Optional<Item> memory(NumaNode node) {
    return Optional.of(new Item.NodeMemory(node.osIndex()));
  }

  private void pages(NumaNode node, Load load, Rect bar) {
    double y = bar.bottom() + Spacing.LINE / 2 + 2;
    for (var pages : load.pages()) {
      var look = pages.missing() > 0 ? SHORT : LINE;
      var spot = Spot.from(bar.x(), y, bar.width());
      scene.sketch().say(Words.pages(pages), look, spot, memory(node), Detail.ALWAYS);
      y += Spacing.LINE;
    }
  }

  /// What is said instead where the words above are too small to read.
  private void middle(NumaNode node, Load load, Rect rect, Rect bar) {
    double high = scene.measures().header();
    double size = Math.min(28, (high - 22) * 0.75);
    double y = rect.y() + (high - 18) / 2 + 1;
    boolean bad = load.overKib() > 0 || load.pages().stream().anyMatch(p -> p.missing() > 0);
    double sign = 0;
    if (bad) {
      var look = Lettering.bold(size, Ink.of(Role.BAD));
      var spot = Spot.upTo(bar.right(), y, bar.width());
      sign = scene.sketch().write("⚠", look, spot, memory(node), Scene.MIDDLE_ONLY) + 6;
    }
    var look = Lettering.bold(size, Ink.of(Role.TEXT));
    var wordings = List.of("node " + node.osIndex(), Integer.toString(node.osIndex()));
    var spot = Spot.from(bar.x(), y, bar.width() - sign);
    scene.sketch().say(wordings, look, spot, FramePainter.item(node), Scene.MIDDLE_ONLY);
    var low = new Rect(bar.x(), rect.y() + high - 18, bar.width(), 12);
    new MemoryBar(scene.overlay(), node, low).paint(scene.sketch(), Scene.MIDDLE_ONLY);
  }
}
