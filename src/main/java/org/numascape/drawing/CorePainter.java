package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;

/// Paints caches and cores.
///
/// @param words what caches are called, found once for all that are alike
record CorePainter(Scene scene, PuPainter pus, Map<CacheKind, String> words) {

  /// What decides how a cache is called.
  record CacheKind(int level, CacheType type, long sizeKib) {}

  private static final Lettering CACHE = Lettering.plain(11, Ink.of(Role.MUTED));
  private static final Lettering INNER = Lettering.plain(9.5, Ink.of(Role.MUTED));
  private static final Lettering CORE = Lettering.plain(9.5, Ink.of(Role.MUTED));
  private static final Lettering TINY = Lettering.plain(2.6, Ink.of(Role.TEXT));
  private static final Ink FAINT = Ink.of(Role.FAINT_BORDER);

  void shared(Placed placed, Block.Shared shared) {
    var rect = placed.rect();
    var outer = shared.caches().getFirst();
    var sketch = scene.sketch();
    var fill = Ink.of(Role.CACHE);
    sketch.object(outer, rect, Spacing.CACHE_RADIUS, fill, FAINT, Pattern.SOLID);
    double x = rect.x() + Spacing.CACHE_PAD;
    double y = rect.y() + Spacing.CACHE_TITLE / 2;
    double room = rect.width() - 2 * Spacing.CACHE_PAD;
    var item = FramePainter.item(outer);
    double taken = sketch.write(name(outer), CACHE, Spot.from(x, y, room), item, Detail.ALWAYS) + 8;
    if (shared.caches().size() == 1) {
      var wordings = List.of(name(outer), "L" + outer.level());
      sketch.sayLarger(wordings, CACHE, Spot.from(x, y, room), item, Detail.ALWAYS);
    }
    inner(shared.caches().subList(1, shared.caches().size()), x + taken, y, room - taken);
  }

  /// Caches around the same cores as the outermost, as chips in its title.
  private void inner(List<Cache> caches, double x, double y, double room) {
    double width = (room - (caches.size() - 1) * 4) / Math.max(1, caches.size());
    double left = x;
    for (var cache : caches) {
      var chip = new Rect(left, y - 7, Math.max(3, width), 14);
      var fill = Ink.of(Role.CORE);
      var item = FramePainter.item(cache);
      scene.sketch().object(cache, chip, 3, fill, FAINT, Pattern.SOLID);
      var wordings = List.of(name(cache), "L" + cache.level());
      scene.sketch().say(wordings, INNER, Spot.in(chip, 2), item, Detail.ALWAYS);
      left += width + 4;
    }
  }

  private String name(Cache cache) {
    var kind = new CacheKind(cache.level(), cache.type(), cache.sizeKib());
    return words.computeIfAbsent(kind, key -> Words.cache(cache));
  }

  void core(Placed placed, Block.Cores cores) {
    cores.core().ifPresent(core -> title(core, placed.rect()));
    bars(cores, placed.rect());
    var places = placed.pus(scene.measures());
    for (int at = 0; at < places.size(); at++) {
      pus.paint(cores.pus().get(at), places.get(at));
    }
  }

  private void title(Core core, Rect rect) {
    var fill = Ink.of(Role.CORE);
    var sketch = scene.sketch();
    sketch.object(core, rect, Spacing.CORE_RADIUS, fill, FAINT, Pattern.SOLID);
    var wordings = wordings(core);
    double y = rect.y() + Spacing.CORE_TITLE / 2 + 0.5;
    var spot = Spot.amid(rect.centreX(), y, rect.width() - 4);
    sketch.say(wordings, CORE, spot, FramePainter.item(core), Detail.ALWAYS);
  }

  /// `P-core 3` where a host has several kinds of cores, else `core 3`.
  private List<String> wordings(Core core) {
    var labels = scene.options().labels();
    String kind = kind(core);
    if (labels == LabelMode.NONE) {
      return kind.isEmpty()
          ? List.of()
          : List.of(Words.isNumbered(kind) ? kind : kind + "-core", kind);
    }
    String index = Words.index(core.logical(), core.osIndex(), labels);
    if (kind.isEmpty()) {
      return List.of("core " + index, index, Integer.toString(core.logical()));
    }
    return Words.isNumbered(kind)
        ? List.of("core " + index + " · " + kind, index + " · " + kind, kind)
        : List.of(kind + "-core " + index, kind + " " + index, kind);
  }

  private String kind(Core core) {
    var facts = scene.host().facts();
    if (!scene.measures().kinds() || core.cpus().isEmpty()) {
      return "";
    }
    var rank = facts.cpuKind(core.cpus().last());
    return rank.isEmpty() ? "" : Words.coreKind(facts, rank.getAsInt());
  }

  /// The caches a core has to itself: a thin bar each, one row a level, as lstopo stacks them. They
  /// carry words when looked at closely.
  private void bars(Block.Cores cores, Rect rect) {
    var levels = new TreeMap<Integer, List<Cache>>(Comparator.reverseOrder());
    for (var cache : cores.caches()) {
      levels.computeIfAbsent(cache.level(), level -> new ArrayList<>(2)).add(cache);
    }
    double y = rect.y() + scene.measures().coreTitle();
    double width = rect.width() - 2 * Spacing.CORE_PAD;
    for (var row : levels.values()) {
      double each = (width - (row.size() - 1) * 2) / row.size();
      double x = rect.x() + Spacing.CORE_PAD;
      for (var cache : row) {
        bar(cache, new Rect(x, y, each, Spacing.CACHE_BAR));
        x += each + 2;
      }
      y += Spacing.CACHE_BAR_STEP;
    }
  }

  private void bar(Cache cache, Rect bar) {
    var fill = Ink.of(Role.TRACK);
    var item = FramePainter.item(cache);
    scene.sketch().object(cache, bar, 1.2, fill, Ink.NONE, Pattern.SOLID);
    scene.sketch().write(name(cache), TINY, Spot.in(bar, 0.5), item, Detail.ALWAYS);
  }
}
