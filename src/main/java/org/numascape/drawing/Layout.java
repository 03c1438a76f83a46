package org.numascape.drawing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.numascape.analysis.Analysis;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// Draws a host with a design laid over it: nested boxes whose columns follow the shape of the
/// window.
public final class Layout {

  private final Scene scene;
  private final FramePainter frames;
  private final DevicePainter devices;
  private final NodePainter nodes;
  private final PlatePainter plates;
  private final CorePainter cores;
  private final FoldPainter folds;

  private Layout(Scene scene, Analysis analysis) {
    this.scene = scene;
    this.frames = new FramePainter(scene, analysis.design());
    this.devices = new DevicePainter(scene);
    this.nodes = new NodePainter(scene);
    this.plates = new PlatePainter(scene);
    this.folds = new FoldPainter(scene);
    this.cores =
        new CorePainter(scene, new PuPainter(scene, new StripPainter(scene)), new HashMap<>());
  }

  /// The picture of a design.
  ///
  /// The same host in the same window keeps its boxes where they are, whatever is planned on it:
  /// only the number of page sizes a node tells of moves them.
  public static Drawing draw(Analysis analysis, DrawingOptions options, TextMetrics metrics) {
    return draw(analysis, analysis, options, metrics);
  }

  /// The picture of a design in which boxes stand together as they do in another design on the same
  /// host: so that none opens or closes while something is carried over them.
  ///
  /// @param before whose use decides which boxes are alike
  public static Drawing draw(
      Analysis analysis, Analysis before, DrawingOptions options, TextMetrics metrics) {
    return options.mode() == LayoutMode.LSTOPO
        ? LstopoLayout.draw(analysis, before, options, metrics)
        : draw(analysis, before, analysis.host(), options, metrics);
  }

  /// The picture of a part of the host: what is laid over it comes from the whole.
  static Drawing draw(
      Analysis analysis,
      Analysis before,
      HostTopology host,
      DrawingOptions options,
      TextMetrics metrics) {
    var overlay = OverlayOf.of(analysis);
    var tints = TintsOf.of(analysis, options.colouring());
    var told = Told.of(analysis, overlay, tints);
    var sketch = new Sketch(metrics);
    var trees = new DeviceTree(told, options.folding(), sketch);
    var whole = Blocks.of(host, trees, options.instructionCaches());
    var blocks = folded(whole, before, options);
    var measures =
        new Measures(
            options.labels(),
            digits(host),
            lines(overlay),
            !host.all(MemoryCache.class).isEmpty(),
            host.facts().cpuKinds().size() > 1,
            devices(blocks));
    var placed = place(blocks, measures, options);
    var layout = new Layout(Scene.of(sketch, overlay, options, measures, host, tints), analysis);
    layout.paint(placed);
    Arcs.paint(layout.scene, placed);
    return sketch.drawing(placed.rect().width(), placed.rect().height());
  }

  private static Told told(Analysis analysis, Colouring colouring) {
    return Told.of(analysis, OverlayOf.of(analysis), TintsOf.of(analysis, colouring));
  }

  private static Block folded(Block whole, Analysis before, DrawingOptions options) {
    return options.folding().equals(Folding.NONE)
        ? whole
        : new Folds(told(before, options.colouring()), options.folding()).fold(whole);
  }

  /// The objects of a host some of whose parts are alike and can be folded, as things are planned
  /// now.
  public static Set<ObjectId> foldable(Analysis analysis, LayoutMode mode) {
    return foldable(analysis, mode, Colouring.GUESTS);
  }

  private static Set<ObjectId> foldable(Analysis analysis, LayoutMode mode, Colouring colouring) {
    if (mode == LayoutMode.LSTOPO) {
      return LstopoLayout.foldable(analysis);
    }
    var told = told(analysis, colouring);
    var folds = new Folds(told, Folding.NONE);
    var trees = new DeviceTree(told, Folding.NONE, new Sketch((text, size, b, m) -> 0));
    folds.fold(Blocks.of(analysis.host(), trees, false));
    var all = new HashSet<>(folds.foldable());
    all.addAll(trees.foldable());
    return Set.copyOf(all);
  }

  /// Whether a picture has boxes that stand for others.
  static boolean folds(Analysis analysis, DrawingOptions options) {
    return !options.folding().equals(Folding.NONE)
        && foldable(analysis, options.mode(), options.colouring()).stream()
            .anyMatch(options.folding()::folds);
  }

  private static int lines(Overlay overlay) {
    return overlay.loads().values().stream().mapToInt(load -> load.pages().size()).max().orElse(0);
  }

  private static int digits(HostTopology host) {
    return Integer.toString(host.pus().keySet().stream().mapToInt(cpu -> cpu).max().orElse(0))
        .length();
  }

  /// Boxes of one kind line up when most of them have many devices; where few have, the others keep
  /// their room.
  private static Map<ObjectKind, List<DeviceBay>> devices(Block blocks) {
    var bays = new EnumMap<ObjectKind, List<DeviceBay>>(ObjectKind.class);
    collect(blocks, bays);
    bays.values()
        .removeIf(each -> {
          int most = each.stream().mapToInt(DeviceBay::count).max().orElse(0);
          long many = each.stream().filter(bay -> 2 * bay.count() >= most).count();
          return 2 * many < each.size();
        });
    bays.replaceAll((kind, each) -> each.stream().filter(bay -> !bay.isEmpty()).toList());
    return bays;
  }

  private static void collect(Block block, Map<ObjectKind, List<DeviceBay>> bays) {
    Measures.sort(block)
        .ifPresent(kind -> bays.computeIfAbsent(kind, k -> new ArrayList<>()).add(block.devices()));
    block.parts().forEach(part -> collect(part, bays));
  }

  /// Chooses columns by the window's shape, then lets the boxes grow into what room is left, within
  /// reason.
  private static Placed place(Block host, Measures measures, DrawingOptions options) {
    var fitting = new Fitting(measures);
    var best = Option.fitting(fitting.options(host), options.width(), options.height());
    double scale =
        Math.min(1, Math.min(options.width() / best.width(), options.height() / best.height()));
    double width =
        Math.clamp(options.width() / scale, best.width(), best.width() + best.moreWidth());
    var shape = measures.widened(host, best, Math.ceil(width));
    double height =
        Math.clamp(options.height() / scale, shape.height(), shape.height() + shape.moreHeight());
    return Placed.of(host, shape, new Rect(0, 0, Math.ceil(width), Math.ceil(height)), measures);
  }

  private void paint(Placed placed) {
    switch (placed.block()) {
      case Block.Frame frame -> {
        frames.paint(placed, frame);
        devices.paint(placed);
        inside(placed);
      }
      case Block.Node node -> node(placed, node);
      case Block.Shared shared -> {
        cores.shared(placed, shared);
        inside(placed);
      }
      case Block.Cores core -> cores.core(placed, core);
      case Block.Bundle bundle -> inside(placed);
      case Block.Fold fold -> folds.paint(placed.rect(), fold);
    }
  }

  /// A plate covers it all for a look from far.
  private void node(Placed placed, Block.Node node) {
    nodes.paint(placed, node);
    var around = scene.sketch().base(Scene.INSIDE);
    nodes.inside(placed, node);
    devices.paint(placed);
    inside(placed);
    scene.sketch().base(around);
    plates.paint(placed, node);
  }

  private void inside(Placed placed) {
    placed.parts().forEach(this::paint);
    var memory = placed.block().memory();
    for (int at = 0; at < memory.size(); at++) {
      nodes.memory(memory.get(at), placed.memory().get(at));
      plates.paint(memory.get(at).node(), placed.memory().get(at), List.of());
    }
  }
}
