package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.Pu;

/// Paints what stands for folded boxes: how many there are and which CPUs they have.
record FoldPainter(Scene scene) {

  /// The kind of such a box, and the beginning of its id.
  static final String KIND = "fold";

  private static final Lettering COUNT = Lettering.bold(14, Ink.of(Role.TEXT));

  /// Of the count where the words cannot be read.
  private static final double LARGEST = 40;

  private static final Lettering WORDS = Lettering.plain(10, Ink.of(Role.MUTED));

  void paint(Rect rect, Block.Fold fold) {
    var item = Optional.<Item>of(new Item.OnHost(fold.parent()));
    var first = fold.object().orElseThrow().id();
    scene.sketch().add(box(fold.parent(), first, rect, scene.sketch().shown(Detail.ALWAYS)));
    int count = fold.folded().size();
    var lines = lines(fold, rect.width() - 8);
    double step = 14;
    int shown = Math.clamp((int) ((rect.height() - 24) / step), 1, lines.size());
    double y = rect.centreY() - step * shown / 2;
    var heading = Spot.amid(rect.centreX(), y, rect.width() - 8);
    scene.sketch().say(headings(fold), COUNT, heading, item, Detail.ALWAYS);
    for (String line : lines.subList(0, shown)) {
      y += step;
      var spot = Spot.amid(rect.centreX(), y + 2, rect.width() - 8);
      scene.sketch().say(List.of(line), WORDS, spot, item, Detail.ALWAYS);
    }
    far(rect, count, item);
  }

  /// The box that stands for others. Pointing at it points at their parent.
  static Shape.Box box(ObjectId parent, ObjectId first, Rect rect, Detail detail) {
    String id =
        KIND
            + "_"
            + parent.kind().hwlocName()
            + "_"
            + parent.logical()
            + "_"
            + first.kind().hwlocName()
            + "_"
            + first.logical();
    return new Shape.Box(
        id,
        KIND,
        rect,
        Spacing.CACHE_RADIUS,
        Ink.of(Role.GROUP),
        Ink.of(Role.MUTED),
        1,
        Pattern.DASHED,
        Optional.of(new Item.OnHost(parent)),
        detail);
  }

  private void far(Rect rect, int count, Optional<Item> item) {
    double size = Math.min(rect.height() * 0.5, rect.width() / 4);
    if (size > COUNT.size()) {
      var look = Lettering.bold(Math.min(size, LARGEST), Ink.of(Role.TEXT));
      var far = Detail.unreadable(COUNT.size());
      scene.sketch().write("× " + count, look, Spot.in(rect, 3), item, far);
    }
  }

  private static List<String> headings(Block.Fold fold) {
    String count = "× " + fold.folded().size();
    return List.of(count + " " + name(fold.folded().getFirst()), count);
  }

  /// What is in them, most important first: what they are where the heading has no room for that,
  /// how many nodes and PUs, which CPUs.
  private List<String> lines(Block.Fold fold, double room) {
    var lines = new ArrayList<String>();
    if (!scene.sketch().fits(headings(fold).getFirst(), COUNT, room)) {
      lines.add(name(fold.folded().getFirst()));
    }
    long nodes = fold.allNodes().count();
    String pus = number(fold.allPus().count(), "PU");
    boolean plain = nodes == 0 || fold.folded().getFirst() instanceof Block.Node;
    String both = number(nodes, "node") + ", " + pus;
    if (plain) {
      lines.add(pus);
    } else if (scene.sketch().fits(both, WORDS, room)) {
      lines.add(both);
    } else {
      lines.addAll(List.of(pus, number(nodes, "node")));
    }
    ranges(fold).stream()
        .filter(words -> scene.sketch().fits(words, WORDS, room))
        .findFirst()
        .ifPresent(lines::add);
    return lines;
  }

  private static String number(long count, String noun) {
    return Words.number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /// Which CPUs they have; where many ranges find no room, the first and that there are more.
  private static List<String> ranges(Block.Fold fold) {
    var cpus = CpuSet.of(fold.allPus().map(Pu::osIndex).toList());
    if (cpus.isEmpty()) {
      return List.of();
    }
    String words = cpus.toString();
    int comma = words.indexOf(',');
    return comma < 0
        ? List.of("CPUs " + words, words)
        : List.of("CPUs " + words, words, words.substring(0, comma) + ", …");
  }

  private static String name(Block block) {
    return switch (block) {
      case Block.Cores cores -> cores.core().isPresent() ? "cores" : "PUs";
      case Block.Node node -> "nodes";
      case Block.Shared shared -> "L" + shared.caches().getFirst().level();
      case Block.Frame frame -> plural(frame.frame().id().kind());
      case Block.Bundle bundle -> "groups";
      case Block.Fold inner -> "groups";
    };
  }

  private static String plural(ObjectKind kind) {
    return kind.hwlocName().toLowerCase(Locale.ROOT) + "s";
  }
}
