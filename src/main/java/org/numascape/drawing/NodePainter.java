package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.design.Item;
import org.numascape.drawing.Block.Memory;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.drawing.Tints.Tint;
import org.numascape.topology.Group;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// Paints NUMA nodes: their names, memory bars and lines on huge pages.
record NodePainter(Scene scene) {

  /// All digits count as wide as the widest, so that alike nodes have alike words.
  private static final Pattern DIGIT = Pattern.compile("\\d");

  private static final Lettering TITLE = Lettering.bold(13, Ink.of(Role.TEXT));
  private static final Lettering MARK = Lettering.bold(9.5, Ink.of(Role.MUTED));
  private static final Lettering AMOUNT = Lettering.plain(11.5, Ink.of(Role.MUTED));
  private static final Lettering INSIDE = Lettering.plain(10, Ink.of(Role.TEXT));
  private static final Lettering OVER = Lettering.bold(11.5, Ink.of(Role.BAD));
  private static final Lettering LINE = Lettering.plain(11, Ink.of(Role.MUTED));
  private static final Lettering SHORT = Lettering.bold(11, Ink.of(Role.BAD));

  /// The box of a node and of the groups that exist for its sake.
  void paint(Placed placed, Block.Node block) {
    for (var group : block.groups()) {
      scene
          .sketch()
          .object(
              group, placed.rect(), Spacing.NODE_RADIUS, Ink.NONE, Ink.NONE, Shape.Pattern.SOLID);
    }
    box(block.node(), placed.rect());
  }

  /// What a node says above its CPUs.
  void inside(Placed placed, Block.Node block) {
    words(block.own(), placed.rect(), block.groups(), !block.node().cpus().isEmpty());
  }

  /// Memory that has no CPUs of its own.
  void memory(Memory memory, Rect rect) {
    box(memory.node(), rect);
    words(memory, rect, List.of(), false);
  }

  private void box(NumaNode node, Rect rect) {
    var fill = Ink.of(Role.NODE);
    var border = Ink.of(Role.BORDER);
    var pattern = scene.guessed().contains(node.id()) ? Shape.Pattern.DASHED : Shape.Pattern.SOLID;
    scene.sketch().object(node, rect, Spacing.NODE_RADIUS, fill, border, pattern);
  }

  private void words(Memory memory, Rect rect, List<Group> groups, boolean cpus) {
    var node = memory.node();
    var load = scene.overlay().load(node.osIndex());
    var bar = MemoryBar.of(scene, node, rect);
    var tint = scene.tints().node(node.osIndex());
    tint.ifPresent(shade -> band(node, rect, shade));
    boolean said = title(node, load, rect, marks(node, groups, cpus), tint.map(Tint::on));
    caches(memory.caches(), bar.rect());
    bar.paint(scene.sketch(), Scene.NEAR_ONLY);
    if (!said && load.shares().isEmpty() && load.othersKib() == 0) {
      var spot = Spot.in(bar.rect(), 4);
      scene.sketch().say(amounts(load), INSIDE, spot, memory(node), Detail.ALWAYS);
      scene.sketch().sayLarger(amounts(load), INSIDE, spot, memory(node), Scene.NEAR_ONLY);
    }
    pages(node, load, bar.rect());
    middle(node, load, rect, bar.rect());
  }

  /// What colours tell about a node shades its title.
  private void band(NumaNode node, Rect rect, Tint tint) {
    var item = FramePainter.item(node);
    double high = Spacing.NODE_TITLE - 3;
    var near = new Rect(rect.x() + 1, rect.y() + 1, rect.width() - 2, high);
    double radius = Spacing.NODE_RADIUS - 1;
    scene.sketch().decoration("heat", near, radius, tint.fill(), Ink.NONE, item, Scene.NEAR_ONLY);
    double all = scene.measures().header() - 22;
    var far = new Rect(near.x(), near.y(), near.width(), all);
    scene.sketch().decoration("heat", far, radius, tint.fill(), Ink.NONE, item, Scene.MIDDLE_ONLY);
  }

  /// What stands between the memory and the CPUs: bars side by side above the memory bar.
  private void caches(List<MemoryCache> caches, Rect bar) {
    double each = (bar.width() - (caches.size() - 1) * 4) / Math.max(1, caches.size());
    double x = bar.x();
    for (var cache : caches) {
      var rect = new Rect(x, bar.y() - Spacing.MEMORY_CACHE, each, Spacing.MEMORY_CACHE - 3);
      var item = FramePainter.item(cache);
      scene
          .sketch()
          .object(
              cache,
              rect,
              3,
              Ink.of(Role.CACHE),
              Ink.of(Role.BORDER),
              Shape.Pattern.SOLID,
              Scene.NEAR_ONLY);
      var wordings = Words.memoryCache(cache);
      scene.sketch().say(wordings, LINE, Spot.in(rect, 4), item, Detail.ALWAYS);
      scene.sketch().sayLarger(wordings, LINE, Spot.in(rect, 4), item, Scene.NEAR_ONLY);
      x += each + 4;
    }
  }

  /// @return whether there was room to say how much memory there is
  private boolean title(
      NumaNode node, Load load, Rect rect, List<String> marks, Optional<Ink> ink) {
    double y = rect.y() + Spacing.NODE_TITLE / 2 + 1;
    double x = rect.x() + Spacing.NODE_PAD;
    double right = rect.right() - Spacing.NODE_PAD;
    String name = Words.node(node, scene.options().labels());
    var spot = Spot.from(x, y, right - x);
    var titled = TITLE.in(ink.orElse(TITLE.ink()));
    scene.sketch().write(name, titled, spot, FramePainter.item(node), Detail.ALWAYS);
    x += scene.sketch().width(DIGIT.matcher(name).replaceAll("0"), TITLE) + 8;
    var tint = scene.tints().node(node.osIndex());
    for (String word : tint.map(t -> List.of(t.words(), t.brief())).orElse(List.of())) {
      double taken = mark(node, word, x, y, right - x);
      if (taken > 0) {
        x += taken;
        break;
      }
    }
    for (String word : marks) {
      x += mark(node, word, x, y, right - x);
    }
    var usual = load.overKib() > 0 ? OVER : AMOUNT;
    var look = usual.in(ink.orElse(usual.ink()));
    var place = Spot.upTo(right, y, right - x);
    var first = tint.isPresent() ? Optional.<String>empty() : marks.stream().findFirst();
    var larger = new ArrayList<String>();
    amounts(load).forEach(amount -> larger.add(first.map(m -> m + " · ").orElse("") + amount));
    first.ifPresent(larger::add);
    scene.sketch().sayLarger(larger, look, place, memory(node), Scene.NEAR_ONLY);
    return scene.sketch().say(amounts(load), look, place, memory(node), Detail.ALWAYS) > 0;
  }

  /// What kind of memory it is, that it has no CPUs, why its CPUs belong together, what is a guess.
  private List<String> marks(NumaNode node, List<Group> groups, boolean cpus) {
    var words = new ArrayList<String>();
    if (!node.subtype().isEmpty() && !node.subtype().equals("DRAM")) {
      words.add(Words.memoryKind(node.subtype()));
    }
    if (scene.guessed().contains(node.id())) {
      words.add("guess");
    }
    if (!cpus) {
      words.add(node.cpus().isEmpty() ? "no CPUs" : "memory only");
    }
    groups.stream().map(Group::subtype).filter(type -> !type.isEmpty()).forEach(words::add);
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
    scene.sketch().decoration("mark", chip, 8, fill, border, item, MARK.shown());
    scene.sketch().write(word, MARK, Spot.in(chip, 4), item, Detail.ALWAYS);
    return width + 5;
  }

  private static List<String> amounts(Load load) {
    if (load.totalKib() == 0 && load.plannedKib() == 0) {
      return List.of();
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
      scene.sketch().sayLarger(Words.pages(pages), look, spot, memory(node), Scene.NEAR_ONLY);
      y += Spacing.LINE;
    }
  }

  /// What is said instead where the words above are too small to read.
  private void middle(NumaNode node, Load load, Rect rect, Rect bar) {
    double high = scene.measures().header();
    double size = Math.min(28, (high - 22) * 0.75);
    double y = rect.y() + (high - 18) / 2 + 1;
    var tint = scene.tints().node(node.osIndex());
    var bad = tint.map(Tint::on).orElse(Ink.of(Role.BAD));
    double sign = 0;
    if (load.overKib() > 0 || load.pages().stream().anyMatch(p -> p.missing() > 0)) {
      var spot = Spot.upTo(bar.right(), y, bar.width());
      var look = Lettering.bold(size, bad);
      sign = scene.sketch().write("⚠", look, spot, memory(node), Scene.MIDDLE_ONLY) + 6;
    }
    var look = Lettering.bold(size, tint.map(Tint::on).orElse(Ink.of(Role.TEXT)));
    var spot = Spot.from(bar.x(), y, bar.width() - sign);
    var item = FramePainter.item(node);
    double name = scene.sketch().say(names(node, tint), look, spot, item, Scene.MIDDLE_ONLY);
    var small = Lettering.plain(size * 0.8, tint.map(Tint::on).orElse(Ink.of(Role.MUTED)));
    double right = bar.right() - sign;
    var rest = Spot.upTo(right, y, right - bar.x() - name - size);
    scene.sketch().say(amounts(node), small, rest, memory(node), Scene.MIDDLE_ONLY);
    var low = new Rect(bar.x(), rect.y() + high - 18, bar.width(), 12);
    new MemoryBar(scene, node, low).paint(scene.sketch(), Scene.MIDDLE_ONLY);
  }

  private static List<String> amounts(NumaNode node) {
    String amount = MemorySize.ofKib(node.memoryKib()).toString();
    return node.subtype().isEmpty()
        ? List.of(amount)
        : List.of(node.subtype() + " " + amount, amount);
  }

  private static List<String> names(NumaNode node, Optional<Tint> tint) {
    String name = "node " + node.osIndex();
    String index = Integer.toString(node.osIndex());
    return tint.map(
            shade -> List.of(name + " · " + shade.words(), index + " · " + shade.words(), index))
        .orElse(List.of(name, index));
  }
}
