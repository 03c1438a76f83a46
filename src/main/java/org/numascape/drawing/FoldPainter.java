package org.numascape.drawing;

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

  private static final Lettering COUNT = Lettering.bold(15, Ink.of(Role.TEXT));
  private static final Lettering WORDS = Lettering.plain(10, Ink.of(Role.MUTED));

  void paint(Rect rect, Block.Fold fold) {
    var item = fold.object().map(object -> (Item) new Item.OnHost(fold.parent()));
    var first = fold.object().orElseThrow().id();
    scene.sketch().add(box(rect, fold.parent(), first, item));
    double y = rect.centreY();
    double room = rect.width() - 8;
    int count = fold.folded().size();
    var big = Spot.amid(rect.centreX(), y - 13, room);
    scene.sketch().write("× " + count, COUNT, big, item, Detail.ALWAYS);
    var pus = fold.allPus().toList();
    var kinds = Spot.amid(rect.centreX(), y + 3, room);
    scene.sketch().say(counts(fold, count, pus.size()), WORDS, kinds, item, Detail.ALWAYS);
    var cpus = CpuSet.of(pus.stream().map(Pu::osIndex).toList());
    var range = Spot.amid(rect.centreX(), y + 17, room);
    String words = cpus.toString();
    if (scene.sketch().say(List.of("CPUs " + words, words), WORDS, range, item, Detail.ALWAYS)
        == 0) {
      scene.sketch().write(words, WORDS, range, item, Detail.ALWAYS);
    }
    far(rect, count, item);
  }

  private Shape.Box box(Rect rect, ObjectId parent, ObjectId first, Optional<Item> item) {
    return new Shape.Box(
        KIND + "_" + parent.kind().hwlocName() + "_" + parent.logical() + "_" + first.logical(),
        KIND,
        rect,
        Spacing.CACHE_RADIUS,
        Ink.of(Role.DEVICE),
        Ink.of(Role.MUTED),
        1,
        Pattern.DASHED,
        item,
        scene.sketch().shown(Detail.ALWAYS));
  }

  private void far(Rect rect, int count, Optional<Item> item) {
    double size = Math.min(rect.height() * 0.5, rect.width() / 4);
    if (size > COUNT.size()) {
      var look = Lettering.bold(size, Ink.of(Role.TEXT));
      var far = Detail.unreadable(COUNT.size());
      scene.sketch().write("× " + count, look, Spot.in(rect, 3), item, far);
    }
  }

  private static List<String> counts(Block.Fold fold, int count, int pus) {
    String kind = name(fold.folded().getFirst());
    return List.of(
        String.format(Locale.ROOT, "%d × %s, %d PUs", count, kind, pus),
        String.format(Locale.ROOT, "%s, %d PUs", kind, pus),
        pus + " PUs");
  }

  private static String name(Block block) {
    return switch (block) {
      case Block.Cores cores ->
          (cores.core().isPresent() ? ObjectKind.CORE : ObjectKind.PU).hwlocName();
      case Block.Node node -> "NUMA node";
      case Block.Shared shared -> "L" + shared.caches().getFirst().level();
      case Block.Frame frame -> frame.frame().id().kind().hwlocName();
      case Block.Bundle bundle -> "group";
      case Block.Fold inner -> "group";
    };
  }
}
