package org.numascape.drawing;

/// Every size and radius of the picture, in drawing units.
interface Spacing {

  /// Around everything, and above it for the title.
  double MARGIN = 18;

  double TITLE = 42;

  /// Below everything: the lane for arcs that find no other way.
  double LANE = 30;

  /// Between packages, and between nodes: wide enough for a few arcs.
  double PACKAGE_GAP = 18;

  double NODE_GAP = 16;

  /// Between caches, and between cores.
  double CACHE_GAP = 9;

  double CORE_GAP = 5;

  double PU_GAP = 4;

  /// Inside a package, a node, a cache, a core.
  double PACKAGE_PAD = 11;

  double NODE_PAD = 12;

  double CACHE_PAD = 8;

  double CORE_PAD = 4;

  /// Rows of titles.
  double PACKAGE_TITLE = 31;

  double NODE_TITLE = 28;

  double CACHE_TITLE = 21;

  double CORE_TITLE = 17;

  /// A memory bar, a line on a huge-page pool, the space under both.
  double BAR = 16;

  double LINE = 17;

  double NODE_GROUND = 8;

  /// A memory-side cache above a memory bar.
  double MEMORY_CACHE = 18;

  /// The words of a cache that stands in the title of another.
  double INNER_CACHE = 72;

  /// The smallest box that stands for folded ones.
  double FOLD_WIDTH = 92;

  double FOLD_HEIGHT = 56;

  /// A thin bar that stands for a cache of one core, and the gap below it.
  double CACHE_BAR = 3;

  double CACHE_BAR_STEP = 5;

  /// The smallest PU, and a letter of its index.
  double PU_WIDTH = 36;

  double PU_LETTER = 6;

  double PU_HEIGHT = 36;

  /// The largest PU a small host grows to.
  double PU_WIDEST = 72;

  double PU_HIGHEST = 92;

  /// The smallest node and the smallest box of memory without CPUs.
  double NODE_WIDTH = 206;

  double MEMORY_WIDTH = 206;

  /// What a node's words need to stand in full.
  double WORDS = 290;

  double CHIP = 18;

  /// Round corners.
  double PACKAGE_RADIUS = 10;

  double NODE_RADIUS = 8;

  double CACHE_RADIUS = 6;

  double CORE_RADIUS = 5;

  double PU_RADIUS = 4;

  double BAR_RADIUS = 4;

  double PILL_RADIUS = 10;

  double PILL = 20;
}
