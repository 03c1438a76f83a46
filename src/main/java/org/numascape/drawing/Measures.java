package org.numascape.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.topology.Cache;
import org.numascape.topology.ObjectKind;

/// How much room boxes take around their parts.
///
/// @param labels which index stands on PUs
/// @param digits how many digits the highest index of a PU has
/// @param lines how many lines on huge pages every node has
/// @param cached whether some node stands behind a memory-side cache, so that all have room for one
/// @param kinds whether cores say of which kind they are
/// @param devices whose devices every frame of a kind has room for, so that its like line up
record Measures(
    LabelMode labels,
    int digits,
    int lines,
    boolean cached,
    boolean kinds,
    Map<ObjectKind, List<DeviceBay>> devices) {

  /// The space around the parts of a box.
  record Insets(double side, double top, double bottom, double gap) {}

  /// The space around the parts of a box.
  Insets insets(Block block) {
    return switch (block) {
      case Block.Frame frame when isMachine(frame) ->
          new Insets(Spacing.MARGIN, Spacing.TITLE, Spacing.LANE, Spacing.PACKAGE_GAP);
      case Block.Frame frame ->
          new Insets(
              Spacing.PACKAGE_PAD, Spacing.PACKAGE_TITLE, Spacing.PACKAGE_PAD, gap(frame.parts()));
      case Block.Node node ->
          new Insets(Spacing.NODE_PAD, header(), Spacing.NODE_PAD, gap(node.parts()));
      case Block.Shared shared ->
          new Insets(
              Spacing.CACHE_PAD, Spacing.CACHE_TITLE, Spacing.CACHE_PAD, gap(shared.parts()));
      case Block.Bundle bundle -> new Insets(0, 0, 0, gap(bundle.parts()));
      case Block.Cores cores ->
          new Insets(
              Spacing.CORE_PAD,
              coreTitle() + cacheRows(cores.caches()) * Spacing.CACHE_BAR_STEP,
              Spacing.CORE_PAD,
              Spacing.PU_GAP);
      case Block.Fold fold -> new Insets(0, 0, 0, 0);
    };
  }

  private static boolean isMachine(Block.Frame frame) {
    return frame.frame().id().kind() == ObjectKind.MACHINE;
  }

  private static double gap(List<Block> parts) {
    double gap = Spacing.CORE_GAP;
    for (var part : parts) {
      gap =
          Math.max(
              gap,
              switch (part) {
                case Block.Frame frame -> Spacing.NODE_GAP;
                case Block.Node node -> Spacing.NODE_GAP;
                case Block.Shared shared -> Spacing.CACHE_GAP;
                case Block.Bundle bundle -> Spacing.CACHE_GAP;
                case Block.Cores cores -> Spacing.CORE_GAP;
                case Block.Fold fold -> Spacing.CORE_GAP;
              });
    }
    return gap;
  }

  /// The height of what a node says above its parts.
  double header() {
    return barTop() + Spacing.BAR + lines * Spacing.LINE + Spacing.NODE_GROUND;
  }

  /// How far below the top of a node its memory bar begins.
  double barTop() {
    return Spacing.NODE_TITLE + (cached ? Spacing.MEMORY_CACHE : 0);
  }

  /// The height of a box of memory without CPUs.
  double memoryBox() {
    return header() + 2;
  }

  double coreTitle() {
    return labels == LabelMode.NONE && !kinds ? Spacing.CORE_PAD : Spacing.CORE_TITLE;
  }

  double puWidth() {
    int letters = labels == LabelMode.BOTH ? 2 * digits + 3 : digits + 1;
    return Math.max(Spacing.PU_WIDTH, letters * Spacing.PU_LETTER + Spacing.PU_GAP);
  }

  /// How many rows of thin bars the caches of one core make: one a level.
  static int cacheRows(List<Cache> caches) {
    var levels = new BitSet();
    caches.forEach(cache -> levels.set(cache.level()));
    return levels.cardinality();
  }

  /// Siblings stand below each other; four and more in two columns.
  static int puColumns(int count) {
    return count <= 3 ? 1 : count <= 8 ? 2 : 4;
  }

  /// The only shape of a core.
  Option core(Block.Cores cores) {
    int columns = puColumns(cores.pus().size());
    int rows = Math.max(1, Math.ceilDiv(cores.pus().size(), columns));
    var insets = insets(cores);
    return new Option(
        columns * puWidth() + (columns - 1) * insets.gap() + 2 * insets.side(),
        insets.top() + rows * Spacing.PU_HEIGHT + (rows - 1) * insets.gap() + insets.bottom(),
        columns,
        List.of(),
        false,
        columns * (Spacing.PU_WIDEST - puWidth()),
        rows * (Spacing.PU_HIGHEST - Spacing.PU_HEIGHT));
  }

  /// The shape of a box with its parts in that many columns.
  Option around(Block block, List<Option> parts, int columns) {
    var insets = insets(block);
    var grid = new Grid(parts, columns, insets.gap());
    double inner = Math.max(grid.width(), narrowest(block) - 2 * insets.side());
    double height =
        insets.top() + grid.height() + below(block, inner, !parts.isEmpty()) + insets.bottom();
    boolean narrow = block instanceof Block.Node && inner < Spacing.WORDS;
    boolean cramped = narrow || parts.stream().anyMatch(Option::cramped);
    return new Option(
        inner + 2 * insets.side(),
        height,
        columns,
        parts,
        cramped,
        grid.moreWidth(),
        grid.moreHeight());
  }

  /// The same shape where it is wider than it must be, with all the height that saves: devices and
  /// memory take fewer rows.
  Option widened(Block block, Option option, double width) {
    if (block instanceof Block.Cores || block instanceof Block.Fold) {
      return option;
    }
    var insets = insets(block);
    double inner = width - 2 * insets.side();
    boolean filled = !option.parts().isEmpty();
    double[] columns = new Grid(option.parts(), option.columns(), insets.gap()).columnWidths(inner);
    var parts = new ArrayList<Option>(option.parts().size());
    for (int at = 0; at < option.parts().size(); at++) {
      double each = columns[at % columns.length];
      parts.add(widened(block.parts().get(at), option.parts().get(at), each));
    }
    var grid = new Grid(parts, option.columns(), insets.gap());
    double height = insets.top() + grid.height() + below(block, inner, filled) + insets.bottom();
    return option.with(parts, height, grid.moreHeight());
  }

  private static double narrowest(Block block) {
    return switch (block) {
      case Block.Frame frame ->
          frame.memory().isEmpty() ? 130 : Spacing.MEMORY_WIDTH + 2 * Spacing.MARGIN;
      case Block.Node node -> Spacing.NODE_WIDTH;
      case Block.Shared shared -> 72 + (shared.caches().size() - 1) * Spacing.INNER_CACHE;
      case Block.Bundle bundle -> 0;
      case Block.Cores cores -> 0;
      case Block.Fold fold -> Spacing.FOLD_WIDTH;
    };
  }

  /// The shape of what stands for folded boxes.
  static Option fold() {
    return new Option(Spacing.FOLD_WIDTH, Spacing.FOLD_HEIGHT, 1, List.of(), false, 0, 0);
  }

  /// The height of memory and devices below the parts, gaps included.
  double below(Block block, double inner, boolean parts) {
    double memory = memoryHeight(block, inner);
    double devices = shelf(block, inner);
    return memory + devices + (memory > 0 && parts ? Spacing.NODE_GAP : 0);
  }

  /// Whether the devices of a box may stand in its title.
  static boolean titled(Block block) {
    return block instanceof Block.Frame frame && !isMachine(frame);
  }

  /// The height of the devices below the parts, the gap above them included: the room of the like
  /// of this box that need most.
  double shelf(Block block, double inner) {
    var all = alike(block);
    double height = 0;
    for (var devices : all) {
      var bay = devices.at(inner, titled(block));
      height = Math.max(height, bay.titled() ? 0 : bay.height());
    }
    return height == 0 ? 0 : height + Spacing.CACHE_GAP;
  }

  /// What decides how much room the devices of a box take: its own, or those of all its like.
  List<DeviceBay> alike(Block block) {
    var kind = sort(block);
    return kind.isEmpty()
        ? List.of(block.devices())
        : devices.getOrDefault(kind.get(), List.of(block.devices()));
  }

  /// The kind of box among whose like it lines up.
  static Optional<ObjectKind> sort(Block block) {
    return switch (block) {
      case Block.Frame frame -> Optional.of(frame.frame().id().kind());
      case Block.Node node -> Optional.of(ObjectKind.NUMA_NODE);
      case Block.Shared shared -> Optional.empty();
      case Block.Bundle bundle -> Optional.empty();
      case Block.Cores cores -> Optional.empty();
      case Block.Fold fold -> Optional.empty();
    };
  }

  /// How many boxes of memory stand side by side.
  static int memoryColumns(Block block, double inner) {
    int fit = (int) ((inner + Spacing.CACHE_GAP) / (Spacing.MEMORY_WIDTH + Spacing.CACHE_GAP));
    int count = block.memory().size();
    int columns = Math.max(1, Math.min(count, fit));
    return Math.ceilDiv(count, Math.max(1, Math.ceilDiv(count, columns)));
  }

  /// The height of the boxes of memory beside the parts.
  double memoryHeight(Block block, double inner) {
    if (block.memory().isEmpty()) {
      return 0;
    }
    int rows = Math.ceilDiv(block.memory().size(), memoryColumns(block, inner));
    return rows * memoryBox() + (rows - 1) * Spacing.CACHE_GAP;
  }
}
