package org.numascape.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;

/// Draws a host with a design laid over it: nested boxes whose columns follow the shape of the
/// window.
public final class Layout {

  private final Scene scene;
  private final FramePainter frames;
  private final NodePainter nodes;
  private final PlatePainter plates;
  private final CorePainter cores;

  private Layout(Scene scene, Analysis analysis) {
    this.scene = scene;
    this.frames = new FramePainter(scene, analysis.design());
    this.nodes = new NodePainter(scene, analysis.host());
    this.plates = new PlatePainter(scene);
    this.cores =
        new CorePainter(scene, new PuPainter(scene, new StripPainter(scene)), new HashMap<>());
  }

  /// The picture of a design.
  ///
  /// The same host in the same window keeps its boxes where they are, whatever is planned on it:
  /// only the number of page sizes a node tells of moves them.
  public static Drawing draw(Analysis analysis, DrawingOptions options, TextMetrics metrics) {
    if (options.mode() == LayoutMode.LSTOPO) {
      return LstopoLayout.draw(analysis, options, metrics);
    }
    var host = analysis.design().host();
    var overlay = OverlayOf.of(analysis);
    var sketch = new Sketch(metrics);
    var blocks = Blocks.of(host);
    var measures =
        new Measures(options.labels(), lines(overlay), chip(host, sketch), devices(blocks));
    var placed = place(blocks, measures, options);
    var layout = new Layout(new Scene(sketch, overlay, options, measures), analysis);
    layout.paint(placed);
    Arcs.paint(layout.scene, placed);
    return sketch.drawing(placed.rect().width(), placed.rect().height());
  }

  private static int lines(Overlay overlay) {
    return overlay.loads().values().stream().mapToInt(load -> load.pages().size()).max().orElse(0);
  }

  /// Frames of one kind line up when most of them have many devices; where few have, the others
  /// keep their room.
  private static Map<ObjectKind, Integer> devices(Block blocks) {
    var counts = new EnumMap<ObjectKind, List<Integer>>(ObjectKind.class);
    count(blocks, counts);
    var room = new EnumMap<ObjectKind, Integer>(ObjectKind.class);
    counts.forEach((kind, each) -> {
      int most = Collections.max(each);
      long many = each.stream().filter(count -> 2 * count >= most).count();
      room.put(kind, 2 * many >= each.size() ? most : 0);
    });
    return room;
  }

  private static void count(Block block, Map<ObjectKind, List<Integer>> counts) {
    if (block instanceof Block.Frame frame) {
      counts
          .computeIfAbsent(frame.object().id().kind(), kind -> new ArrayList<>())
          .add(frame.devices().size());
    }
    block.parts().forEach(part -> count(part, counts));
  }

  private static double chip(HostTopology host, Sketch sketch) {
    var look = Lettering.plain(10, Ink.of(Role.MUTED));
    double widest = 60;
    for (var device : host.all(PciDevice.class)) {
      widest = Math.max(widest, sketch.width(Words.device(device), look) + 12);
    }
    return Math.min(widest, 136);
  }

  /// Chooses columns by the window's shape, then lets the boxes grow into what room is left, within
  /// reason.
  private static Placed place(Block.Frame host, Measures measures, DrawingOptions options) {
    var fitting = new Fitting(measures);
    var best = Option.fitting(fitting.options(host), options.width(), options.height());
    double scale =
        Math.min(1, Math.min(options.width() / best.width(), options.height() / best.height()));
    double width =
        Math.clamp(options.width() / scale, best.width(), best.width() + best.moreWidth());
    double height =
        Math.clamp(options.height() / scale, best.height(), best.height() + best.moreHeight());
    return Placed.of(host, best, new Rect(0, 0, Math.ceil(width), Math.ceil(height)), measures);
  }

  private void paint(Placed placed) {
    switch (placed.block()) {
      case Block.Frame frame -> frames.paint(placed, frame);
      case Block.Node node -> {
        nodes.paint(placed, node);
        frames.devices(placed);
      }
      case Block.Shared shared -> cores.shared(placed, shared);
      case Block.Bundle bundle -> {}
      case Block.Cores core -> cores.core(placed, core);
    }
    placed.parts().forEach(this::paint);
    var memory = placed.block().memory();
    for (int at = 0; at < memory.size(); at++) {
      nodes.memory(memory.get(at), placed.memory().get(at));
      plates.paint(memory.get(at), placed.memory().get(at), List.of());
    }
    if (placed.block() instanceof Block.Node node) {
      plates.paint(placed, node);
    }
  }
}
