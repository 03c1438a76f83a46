package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A box where it stands, with everything in it.
///
/// @param memory where its boxes of memory stand, in the order of [Block#memory]
/// @param devices its devices, to be shifted to `bay`
record Placed(
    Block block,
    Rect rect,
    List<Placed> parts,
    List<Rect> memory,
    DeviceBay.Bay devices,
    Rect bay) {

  /// Places a box of a chosen shape in an area at least as large.
  static Placed of(Block block, Option option, Rect rect, Measures measures) {
    return of(block, option, rect, measures, 0);
  }

  /// @param least the room below the parts that devices of neighbours take; kept free here too,
  ///   where there is room, so that what is above lines up
  private static Placed of(Block block, Option option, Rect rect, Measures measures, double least) {
    if (block instanceof Block.Cores || block instanceof Block.Fold) {
      return new Placed(block, rect, List.of(), List.of(), DeviceBay.Bay.NONE, rect);
    }
    var insets = measures.insets(block);
    double inner = rect.width() - 2 * insets.side();
    double x = rect.x() + insets.side();
    double own = measures.shelf(block, inner);
    double spare = Math.max(0, rect.height() - option.height());
    double shelf = own + Math.clamp(least - own, 0, spare);
    double bottom = rect.bottom() - insets.bottom();
    var shelfArea = new Rect(x, bottom - shelf, inner, shelf);
    double memoryHeight = measures.memoryHeight(block, inner);
    var memoryArea = new Rect(x, shelfArea.y() - memoryHeight, inner, memoryHeight);
    double ground = memoryHeight > 0 ? memoryArea.y() - Spacing.NODE_GAP : shelfArea.y();
    double top = rect.y() + insets.top();
    var area = new Rect(x, top, inner, Math.max(0, ground - top));
    var parts = new ArrayList<Placed>();
    if (!block.parts().isEmpty()) {
      var grid = new Grid(option.parts(), option.columns(), insets.gap());
      var places = grid.spread(block.parts().size(), area);
      double[] shelves = shelves(block.parts(), option.columns(), places, measures);
      for (int at = 0; at < places.size(); at++) {
        double low = shelves[at / option.columns()];
        parts.add(of(block.parts().get(at), option.parts().get(at), places.get(at), measures, low));
      }
    }
    var bay = block.devices().at(inner, own == 0 && Measures.titled(block));
    double titleY = rect.y() + (Spacing.PACKAGE_TITLE - bay.height()) / 2;
    var bayArea =
        bay.titled()
            ? new Rect(x + inner - bay.width(), titleY, bay.width(), bay.height())
            : new Rect(x, shelfArea.y() + Spacing.CACHE_GAP, inner, bay.height());
    return new Placed(block, rect, List.copyOf(parts), memory(block, memoryArea), bay, bayArea);
  }

  /// The room that devices take in each row, where all boxes of it are of one sort.
  private static double[] shelves(
      List<Block> parts, int columns, List<Rect> places, Measures measures) {
    double[] shelves = new double[Math.ceilDiv(parts.size(), columns)];
    if (parts.stream().map(Measures::sort).distinct().count() != 1) {
      return shelves;
    }
    for (int at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      if (!part.devices().isEmpty()) {
        double inner = places.get(at).width() - 2 * measures.insets(part).side();
        int row = at / columns;
        shelves[row] = Math.max(shelves[row], measures.shelf(part, inner));
      }
    }
    return shelves;
  }

  private static List<Rect> memory(Block block, Rect area) {
    int count = block.memory().size();
    if (count == 0) {
      return List.of();
    }
    int columns = Measures.memoryColumns(block, area.width());
    return Grid.tiles(area, count, columns, Spacing.CACHE_GAP);
  }

  /// This box and all in it, outer first.
  Stream<Placed> walk() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Placed::walk));
  }

  /// Where the PUs of a core stand.
  List<Rect> pus(Measures measures) {
    if (!(block instanceof Block.Cores cores) || cores.pus().isEmpty()) {
      return List.of();
    }
    var insets = measures.insets(block);
    var area =
        new Rect(
            rect.x() + insets.side(),
            rect.y() + insets.top(),
            rect.width() - 2 * insets.side(),
            rect.height() - insets.top() - insets.bottom());
    int count = cores.pus().size();
    return Grid.tiles(area, count, Measures.puColumns(count), insets.gap());
  }
}
