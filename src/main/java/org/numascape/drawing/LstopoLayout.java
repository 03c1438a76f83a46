package org.numascape.drawing;

import java.util.Map;
import java.util.Set;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.topology.ObjectId;
import org.numascape.topology.Pu;

/// Draws a host as hwloc's lstopo 2 does, with a design laid over it.
///
/// With text that is 6 units a letter wide, the boxes are those of `lstopo --of nativesvg
/// --no-legend`: [Folding#ALL] stands for its defaults, [Folding#NONE] for `--no-factorize
/// --no-collapse`. With real fonts, boxes are as wide as their words. The window's shape plays no
/// part.
final class LstopoLayout {

  private static final Lettering PLAIN = Lettering.plain(LstopoSizes.FONT, Ink.of(Role.TEXT));

  private LstopoLayout() {}

  /// The picture of a design.
  ///
  /// @param before whose use decides which boxes are alike
  static Drawing draw(
      Analysis analysis, Analysis before, DrawingOptions options, TextMetrics metrics) {
    var host = analysis.design().host();
    var overlay = OverlayOf.of(analysis);
    var sketch = new Sketch(metrics);
    var machine = LstopoTree.of(host, options);
    var used = OverlayOf.of(before).seats().keySet();
    LstopoFolding.fold(machine, host, options.folding(), pu -> used.contains(pu.osIndex()));
    var sizes = new LstopoSizes(text -> (int) Math.ceil(sketch.width(text, PLAIN) - 1e-6));
    alignPus(machine, widestPu(machine, sizes));
    sizes.measure(machine);
    var tints = TintsOf.of(analysis, options.colouring());
    var scene = Scene.of(sketch, overlay, options, measures(options), host, tints);
    var pus = new PuPainter(scene, new StripPainter(scene));
    new LstopoPainter(scene, host.facts(), pus, new LstopoMemory(scene))
        .paint(machine, 0, 0, false);
    return sketch.drawing(machine.width, machine.height);
  }

  /// The objects some of whose parts can be left out, as things are planned now.
  static Set<ObjectId> foldable(Analysis analysis) {
    var host = analysis.host();
    var used = OverlayOf.of(analysis).seats().keySet();
    var machine = LstopoTree.of(host, DrawingOptions.STANDARD);
    return LstopoFolding.fold(machine, host, Folding.ALL, pu -> used.contains(pu.osIndex()));
  }

  private static Measures measures(DrawingOptions options) {
    return new Measures(options.labels(), 1, 0, false, false, Map.of());
  }

  /// All PUs are as wide as the widest, those left out too.
  private static int widestPu(LstopoBox box, LstopoSizes sizes) {
    int widest = 0;
    if (box.object instanceof Pu) {
      for (String line : box.lines) {
        widest = Math.max(widest, sizes.width().applyAsInt(line));
      }
    }
    for (var part : box.parts) {
      widest = Math.max(widest, widestPu(part, sizes));
    }
    return widest;
  }

  private static void alignPus(LstopoBox box, int width) {
    if (box.object instanceof Pu) {
      box.textWidth = width;
    }
    box.parts.forEach(part -> alignPus(part, width));
  }
}
