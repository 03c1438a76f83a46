package org.numascape.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Overlay.Load;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.Pu;

/// Paints NUMA nodes: their names, memory bars and huge-page lines.
record NodePainter(Scene scene, HostTopology host) {

  private static final Lettering TITLE = Lettering.bold(13, Ink.of(Role.TEXT));
  private static final Lettering AMOUNT = Lettering.plain(11.5, Ink.of(Role.MUTED));
  private static final Lettering OVER = Lettering.bold(11.5, Ink.of(Role.BAD));
  private static final Lettering LINE = Lettering.plain(11, Ink.of(Role.MUTED));
  private static final Lettering SHORT = Lettering.bold(11, Ink.of(Role.BAD));

  /// The box of a node, and what it says above its CPUs.
  void paint(Placed placed, Block.Node block) {
    block.groups().forEach(group -> scene.sketch().add(
        FramePainter.box(group, placed.rect(), Spacing.NODE_RADIUS, Ink.NONE, Ink.NONE, Pattern.SOLID)));
    header(block.node(), placed.rect(), !block.node().cpus().isEmpty());
  }

  /// Memory that has no CPUs of its own.
  void memory(NumaNode node, Rect rect) {
    header(node, rect, false);
  }

  private void header(NumaNode node, Rect rect, boolean cpus) {
    var sketch = scene.sketch();
    var item = FramePainter.item(node);
    sketch.add(
        FramePainter.box(
            node, rect, Spacing.NODE_RADIUS, Ink.of(Role.NODE), Ink.of(Role.BORDER), Pattern.SOLID));
    double x = rect.x() + Spacing.NODE_PAD;
    double width = rect.width() - 2 * Spacing.NODE_PAD;
    double y = rect.y() + Spacing.NODE_TITLE / 2 + 1;
    var load = scene.overlay().loads().get(node.osIndex());
    double taken =
        sketch.write(
            Words.node(node, scene.options().labels()), TITLE, Anchor.START, x, y, width, item, Detail.ALWAYS);
    double left = x + taken + 8;
    left += mark(node, cpus, left, y, x + width - left);
    amount(node, load, x + width, y, x + width - left);
    var bar = bar(rect);
    bar(node, load, bar, Scene.NEAR_ONLY);
    lines(node, load, bar);
    middle(node, load, rect, x, width);
  }

  /// What kind of memory it is, and that it has no CPUs.
  private double mark(NumaNode node, boolean cpus, double x, double y, double room) {
    var words = new ArrayList<String>();
    if (!node.subtype().isEmpty() && !node.subtype().equals("DRAM")) {
      words.add(node.subtype());
    }
    if (!cpus) {
      words.add(node.cpus().isEmpty() ? "no CPUs" : "memory only");
    }
    var cache = behind(node);
    cache.ifPresent(found -> words.add(Words.behind(found)));
    double taken = 0;
    var look = Lettering.bold(9.5, Ink.of(Role.MUTED));
    for (String word : words) {
      double width = scene.sketch().width(word, look) + 10;
      if (taken + width > room) {
        break;
      }
      var chip = new Rect(x + taken, y - 8, width, 16);
      scene.sketch().decoration("mark", chip, 8, Ink.of(Role.DEVICE), Ink.of(Role.FAINT_BORDER), FramePainter.item(node), Scene.NEAR_ONLY);
      scene.sketch().write(word, look, Anchor.MIDDLE, chip.centreX(), chip.centreY(), width, FramePainter.item(node), Detail.ALWAYS);
      taken += width + 5;
    }
    return taken;
  }

  /// The memory-side cache in front of a node.
  private Optional<MemoryCache> behind(NumaNode node) {
    return host.parent(node).filter(MemoryCache.class::isInstance).map(MemoryCache.class::cast);
  }

  private void amount(NumaNode node, Load load, double right, double y, double room) {
    long planned = load.plannedKib();
    boolean over = load.overKib() > 0;
    List<String> wordings;
    if (load.totalKib() == 0 && planned == 0) {
      wordings = List.of("no memory");
    } else {
      String amount = Words.ofTotal(planned, load.totalKib());
      String excess = over ? " — " + MemorySize.ofKib(load.overKib()) + " over" : "";
      wordings =
          over
              ? List.of("⚠ " + amount + " planned" + excess, "⚠ " + amount + excess, "⚠ " + excess.substring(3))
              : List.of(amount + " planned", amount, MemorySize.ofKib(load.totalKib()).toString());
    }
    var look = over ? OVER : AMOUNT;
    scene
        .sketch()
        .longest(wordings, look, room)
        .ifPresent(words -> scene.sketch().write(words, look, Anchor.END, right, y, room, memoryOf(node), Detail.ALWAYS));
  }

  private static Optional<Item> memoryOf(NumaNode node) {
    return Optional.of(new Item.NodeMemory(node.osIndex()));
  }

  private void bar(NumaNode node, Load load, Rect bar, Detail detail) {
    if (load.totalKib() == 0 && load.shares().isEmpty()) {
      scene.sketch().decoration("memory", bar, Spacing.BAR_RADIUS, Ink.NONE, Ink.of(Role.FAINT_BORDER), memoryOf(node), detail);
      return;
    }
    scene.sketch().decoration("memory", bar, Spacing.BAR_RADIUS, Ink.of(Role.TRACK), Ink.NONE, memoryOf(node), detail);
    double scale = bar.width() / Math.max(load.totalKib(), load.plannedKib());
    for (var segment : segments(load, bar, scale)) {
      segment(segment, detail);
    }
    double used = load.plannedKib() * scale;
    double others = Math.min(load.othersKib() * scale, bar.width() - used);
    if (others >= 1) {
      var rect = new Rect(bar.x() + used, bar.y(), others, bar.height());
      scene.sketch().decoration("memory-others", rect, Spacing.BAR_RADIUS, Ink.of(Role.OTHERS), Ink.NONE, memoryOf(node), detail);
      var look = Lettering.plain(10, Ink.of(Role.TEXT));
      scene
          .sketch()
          .longest(List.of("others · " + MemorySize.ofKib(load.othersKib()), "others"), look, others - 10)
          .ifPresent(words -> scene.sketch().write(words, look, Anchor.MIDDLE, rect.centreX(), rect.centreY(), others, memoryOf(node), detail));
    }
  }

  private record Segment(Overlay.Share share, Rect rect) {}

  private static List<Segment> segments(Load load, Rect bar, double scale) {
    var segments = new ArrayList<Segment>();
    double x = bar.x();
    for (var share : load.shares()) {
      double width = share.kib() * scale;
      segments.add(new Segment(share, new Rect(x, bar.y(), Math.max(0.5, width - 1), bar.height())));
      x += width;
    }
    return segments;
  }

  /// The memory bar of a node.
  static Rect bar(Rect node) {
    return new Rect(
        node.x() + Spacing.NODE_PAD,
        node.y() + Spacing.NODE_TITLE,
        node.width() - 2 * Spacing.NODE_PAD,
        Spacing.BAR);
  }

  /// Where a guest's memory lies on the bar of a node; the whole bar where it has none.
  static Rect reach(Overlay overlay, NumaNode node, Overlay.Face face, Rect rect) {
    var bar = bar(rect);
    var load = overlay.loads().get(node.osIndex());
    double scale = bar.width() / Math.max(1, Math.max(load.totalKib(), load.plannedKib()));
    return segments(load, bar, scale).stream()
        .filter(segment -> segment.share().face().equals(face))
        .map(Segment::rect)
        .reduce(Rect::union)
        .orElse(bar);
  }

  private void segment(Segment segment, Detail detail) {
    var share = segment.share();
    var rect = segment.rect();
    int colour = share.face().colour();
    var item = Optional.of(share.item());
    scene.sketch().decoration("memory-planned", rect, Spacing.BAR_RADIUS, Ink.guest(Role.GUEST, colour), Ink.NONE, item, detail);
    var look = Lettering.bold(10, Ink.guest(Role.ON_GUEST, colour));
    String size = MemorySize.ofKib(share.kib()).toString();
    var wordings = List.of(share.face().guest().name() + " · " + size, share.face().guest().name(), share.face().alias());
    scene
        .sketch()
        .longest(wordings, look, rect.width() - 12)
        .ifPresent(words -> scene.sketch().write(words, look, Anchor.START, rect.x() + 7, rect.centreY(), rect.width() - 8, item, detail));
  }

  private void lines(NumaNode node, Load load, Rect bar) {
    double y = bar.bottom() + Spacing.LINE / 2 + 2;
    for (var pages : load.pages()) {
      var look = pages.missing() > 0 ? SHORT : LINE;
      double line = y;
      scene
          .sketch()
          .longest(Words.pages(pages), look, bar.width())
          .ifPresent(words -> scene.sketch().write(words, look, Anchor.START, bar.x(), line, bar.width(), memoryOf(node), Detail.ALWAYS));
      y += Spacing.LINE;
    }
  }

  /// What is said instead when the words above are too small to read.
  private void middle(NumaNode node, Load load, Rect rect, double x, double width) {
    double high = scene.measures().header();
    double size = Math.min(28, (high - 22) * 0.75);
    var sketch = scene.sketch();
    double y = rect.y() + (high - 18) / 2 + 1;
    boolean bad =
        load.overKib() > 0
            || load.pages().stream().anyMatch(pages -> pages.missing() > 0);
    double sign =
        bad ? sketch.write("⚠", Lettering.bold(size, Ink.of(Role.BAD)), Anchor.END, x + width, y, width, memoryOf(node), Scene.MIDDLE_ONLY) : 0;
    var look = Lettering.bold(size, Ink.of(Role.TEXT));
    sketch
        .longest(List.of("node " + node.osIndex(), Integer.toString(node.osIndex())), look, width - sign - 6)
        .ifPresent(words -> sketch.write(words, look, Anchor.START, x, y, width, FramePainter.item(node), Scene.MIDDLE_ONLY));
    bar(node, load, new Rect(x, rect.y() + high - 18, width, 12), Scene.MIDDLE_ONLY);
  }

  /// Covers a node with its name and how full it is, for a look from far.
  void plate(Placed placed, Block.Node block) {
    var cpus = new ArrayList<Pu>();
    placed.walk().forEach(inner -> {
      if (inner.block() instanceof Block.Cores cores) {
        cpus.addAll(cores.pus());
      }
    });
    plate(block.node(), placed.rect(), cpus);
  }

  void plate(NumaNode node, Rect rect, List<Pu> pus) {
    var sketch = scene.sketch();
    var item = FramePainter.item(node);
    var far = Scene.FAR_ONLY;
    sketch.decoration("plate", rect, Spacing.NODE_RADIUS, Ink.of(Role.NODE), Ink.of(Role.BORDER), item, far);
    double pad = Math.min(rect.width(), rect.height()) * 0.08;
    double width = rect.width() - 2 * pad;
    double unit = (rect.height() - 2 * pad) / 8;
    double size = Math.min(unit * 2.4, width / 5);
    var taken = new LinkedHashMap<Ink, Integer>();
    for (var pu : pus) {
      var seat = scene.overlay().seat(pu.osIndex());
      if (!seat.exact().isEmpty()) {
        taken.merge(Ink.guest(Role.GUEST, seat.exact().getFirst().face().colour()), 1, Integer::sum);
      } else if (seat.reserved()) {
        taken.merge(Ink.of(Role.OTHERS), 1, Integer::sum);
      }
    }
    int used = taken.values().stream().mapToInt(Integer::intValue).sum();
    double x = rect.x() + pad;
    double y = rect.y() + pad;
    sketch.write("node " + node.osIndex(), Lettering.bold(size, Ink.of(Role.TEXT)), Anchor.START, x, y + unit * 1.2, width, item, far);
    String cpus = pus.isEmpty() ? "no CPUs" : used + "/" + pus.size() + " CPUs";
    sketch.write(cpus, Lettering.plain(size * 0.75, Ink.of(Role.MUTED)), Anchor.START, x, y + unit * 3.4, width, item, far);
    if (!pus.isEmpty()) {
      var bar = new Rect(x, y + unit * 4.6, width, unit * 1.4);
      sketch.decoration("cpus", bar, unit / 4, Ink.of(Role.TRACK), Ink.NONE, item, far);
      double at = x;
      for (var entry : taken.entrySet()) {
        double part = width * entry.getValue() / pus.size();
        sketch.decoration("cpus-planned", new Rect(at, bar.y(), part, bar.height()), unit / 4, entry.getKey(), Ink.NONE, item, far);
        at += part;
      }
    }
    bar(node, scene.overlay().loads().get(node.osIndex()), new Rect(x, y + unit * 6.4, width, unit * 1.4), far);
  }
}
