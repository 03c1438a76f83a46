package org.numascape.drawing;

import java.util.List;
import java.util.stream.Collectors;
import org.numascape.drawing.Shape.Anchor;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;

/// Paints caches and cores.
record CorePainter(Scene scene, PuPainter pus) {

  private static final Lettering CACHE = Lettering.plain(11, Ink.of(Role.MUTED));
  private static final Lettering CORE = Lettering.plain(9.5, Ink.of(Role.MUTED));
  private static final Lettering TINY = Lettering.plain(2.6, Ink.of(Role.TEXT));

  void shared(Placed placed, Block.Shared shared) {
    var rect = placed.rect();
    var outer = shared.caches().getFirst();
    var sketch = scene.sketch();
    sketch.add(
        FramePainter.box(
            outer,
            rect,
            Spacing.CACHE_RADIUS,
            Ink.of(Role.CACHE),
            Ink.of(Role.FAINT_BORDER),
            Pattern.SOLID));
    double x = rect.x() + Spacing.CACHE_PAD;
    double y = rect.y() + Spacing.CACHE_TITLE / 2;
    double room = rect.width() - 2 * Spacing.CACHE_PAD;
    double taken =
        sketch.write(
            Words.cache(outer),
            CACHE,
            Anchor.START,
            x,
            y,
            room,
            FramePainter.item(outer),
            Detail.ALWAYS);
    inner(shared.caches().subList(1, shared.caches().size()), x + taken + 8, y, room - taken - 8);
  }

  /// Caches around the same cores as the outermost, as chips in its title.
  private void inner(List<Cache> caches, double x, double y, double room) {
    if (caches.isEmpty()) {
      return;
    }
    double width = (room - (caches.size() - 1) * 4) / caches.size();
    double left = x;
    for (var cache : caches) {
      var chip = new Rect(left, y - 7, Math.max(3, width), 14);
      scene
          .sketch()
          .add(
              FramePainter.box(
                  cache, chip, 3, Ink.of(Role.CORE), Ink.of(Role.FAINT_BORDER), Pattern.SOLID));
      scene
          .sketch()
          .write(
              Words.cache(cache),
              Lettering.plain(9.5, Ink.of(Role.MUTED)),
              Anchor.MIDDLE,
              chip.centreX(),
              chip.centreY(),
              chip.width() - 4,
              FramePainter.item(cache),
              Detail.ALWAYS);
      left += width + 4;
    }
  }

  void core(Placed placed, Block.Cores cores) {
    var rect = placed.rect();
    cores.core().ifPresent(core -> title(core, rect));
    bars(cores, rect);
    var places = placed.pus(scene.measures());
    for (int at = 0; at < places.size(); at++) {
      pus.paint(cores.pus().get(at), places.get(at));
    }
  }

  private void title(Core core, Rect rect) {
    scene
        .sketch()
        .add(
            FramePainter.box(
                core,
                rect,
                Spacing.CORE_RADIUS,
                Ink.of(Role.CORE),
                Ink.of(Role.FAINT_BORDER),
                Pattern.SOLID));
    var labels = scene.options().labels();
    if (labels == LabelMode.NONE) {
      return;
    }
    String index = Words.index(core.logical(), core.osIndex(), labels, "");
    double room = rect.width() - 4;
    String words =
        scene
            .sketch()
            .longest(List.of("core " + index, index, Integer.toString(core.logical())), CORE, room)
            .orElse("");
    scene
        .sketch()
        .write(
            words,
            CORE,
            Anchor.MIDDLE,
            rect.centreX(),
            rect.y() + Spacing.CORE_TITLE / 2 + 0.5,
            room,
            FramePainter.item(core),
            Detail.ALWAYS);
  }

  /// The caches a core has to itself: a thin bar each, one row a level, as lstopo stacks them. They
  /// carry words when looked at closely.
  private void bars(Block.Cores cores, Rect rect) {
    var levels =
        cores.caches().stream()
            .collect(
                Collectors.groupingBy(Cache::level, java.util.TreeMap::new, Collectors.toList()))
            .descendingMap();
    double y = rect.y() + scene.measures().coreTitle();
    double width = rect.width() - 2 * Spacing.CORE_PAD;
    for (var row : levels.values()) {
      double each = (width - (row.size() - 1) * 2) / row.size();
      for (int at = 0; at < row.size(); at++) {
        var bar =
            new Rect(rect.x() + Spacing.CORE_PAD + at * (each + 2), y, each, Spacing.CACHE_BAR);
        var cache = row.get(at);
        scene
            .sketch()
            .add(FramePainter.box(cache, bar, 1.2, Ink.of(Role.TRACK), Ink.NONE, Pattern.SOLID));
        scene
            .sketch()
            .write(
                Words.cache(cache),
                TINY,
                Anchor.MIDDLE,
                bar.centreX(),
                bar.centreY(),
                each - 1,
                FramePainter.item(cache),
                Detail.ALWAYS);
      }
      y += Spacing.CACHE_BAR_STEP;
    }
  }
}
