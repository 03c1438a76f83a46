package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Sketch.Lettering;
import org.numascape.drawing.Sketch.Spot;
import org.numascape.topology.NumaNode;

/// Says on a node's box in lstopo's arrangement what the design has planned there, in what room its
/// name leaves: whose memory it is as a bar, and the state of the huge pages in words.
///
/// Nothing is said where nothing is planned and all pools suffice: then the box is lstopo's.
record LstopoMemory(Scene scene) {

  private static final int GRID = LstopoSizes.GRID;
  private static final double LEAST_BAR = 40;
  private static final Lettering LINE = Lettering.plain(LstopoSizes.FONT, Ink.of(Role.TEXT));
  private static final Lettering SHORT = Lettering.bold(LstopoSizes.FONT, Ink.of(Role.BAD));

  /// @param rect the node's own box
  /// @param name how wide its name is
  void paint(NumaNode node, Rect rect, int name) {
    var load = scene.overlay().load(node.osIndex());
    Optional<Item> item = Optional.of(new Item.NodeMemory(node.osIndex()));
    double left = rect.x() + name + 3 * GRID;
    double right = rect.right() - GRID;
    double middle = rect.y() + GRID + LstopoSizes.FONT * 0.64;
    for (var pages : load.pages()) {
      boolean missing = pages.missing() > 0;
      var spot = Spot.upTo(right, middle, right - left);
      double taken =
          scene.sketch().say(Words.pages(pages), missing ? SHORT : LINE, spot, item, Detail.ALWAYS);
      right -= taken > 0 ? taken + 2 * GRID : 0;
    }
    if (load.overKib() > 0) {
      var spot = Spot.upTo(right, middle, right - left);
      double taken = scene.sketch().say(List.of("⚠ over", "⚠"), SHORT, spot, item, Detail.ALWAYS);
      right -= taken > 0 ? taken + 2 * GRID : 0;
    }
    if (!load.shares().isEmpty() && right - left >= LEAST_BAR) {
      var bar = new Rect(left, rect.y() + 4, right - left, rect.height() - 8);
      new MemoryBar(scene, node, bar).paint(scene.sketch(), Detail.ALWAYS);
    }
  }
}
