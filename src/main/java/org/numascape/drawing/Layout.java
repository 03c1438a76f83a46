package org.numascape.drawing;

import org.numascape.analysis.Analysis;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PciDevice;

/// Draws a host with a design laid over it: nested boxes whose columns follow the shape of the
/// window.
public final class Layout {

  private final Scene scene;
  private final FramePainter frames;
  private final NodePainter nodes;
  private final CorePainter cores;

  private Layout(Scene scene, HostTopology host) {
    this.scene = scene;
    this.frames = new FramePainter(scene, host);
    this.nodes = new NodePainter(scene);
    this.cores = new CorePainter(scene, new PuPainter(scene));
  }

  /// The picture of a design.
  ///
  /// The same host in the same window keeps its boxes where they are, whatever is planned on it, as
  /// long as no page size joins or leaves the design.
  public static Drawing draw(Analysis analysis, DrawingOptions options, TextMetrics metrics) {
    var host = analysis.design().host();
    var overlay = OverlayOf.of(analysis);
    var sketch = new Sketch(metrics);
    var measures = new Measures(options.labels(), lines(overlay), chip(host, sketch));
    var placed = place(Blocks.of(host), measures, options);
    var layout = new Layout(new Scene(sketch, overlay, options, measures), host);
    layout.paint(placed);
    Arcs.paint(layout.scene, placed);
    return sketch.drawing(placed.rect().width(), placed.rect().height());
  }

  private static int lines(Overlay overlay) {
    return overlay.loads().values().stream()
        .mapToInt(load ->
            (int) load.pages().stream().filter(p -> p.pool() > 0 || p.planned() > 0).count())
        .max()
        .orElse(0);
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
    double width = Math.clamp(options.width() / scale, best.width(), best.width() * 1.5);
    double height = Math.clamp(options.height() / scale, best.height(), best.height() * 1.9);
    return Placed.of(host, best, new Rect(0, 0, width, height), measures);
  }

  private void paint(Placed placed) {
    switch (placed.block()) {
      case Block.Frame frame -> frames.paint(placed, frame);
      case Block.Node node -> {
        nodes.paint(placed, node);
        frames.devices(placed);
      }
      case Block.Shared shared -> cores.shared(placed, shared);
      case Block.Cores core -> cores.core(placed, core);
    }
    placed.parts().forEach(this::paint);
    var memory = placed.block().memory();
    for (int at = 0; at < memory.size(); at++) {
      nodes.memory(memory.get(at), placed.memory().get(at));
      nodes.plate(memory.get(at), placed.memory().get(at), java.util.List.of());
    }
    if (placed.block() instanceof Block.Node node) {
      nodes.plate(placed, node);
    }
  }
}
