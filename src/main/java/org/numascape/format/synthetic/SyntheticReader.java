package org.numascape.format.synthetic;

import java.util.List;
import org.numascape.format.FormatException;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.HostTopology;

/// Makes up a host from hwloc's synthetic description: `pack:2 numa:2 l3:1(size=32MiB) core:8
/// pu:2`, `2 4 2`, `pack:2 [numa(memory=64GiB)] core:16 pu:2(indexes=core)`.
///
/// The host is the one that `lstopo -i "DESCRIPTION"` shows, with three differences: what hwloc
/// skips silently (an `indexes=` it cannot follow) is refused; a node attached without `memory=`
/// has 1 GiB like all others, where hwloc 2 gives it none; and memory-side caches are known, which
/// hwloc has from 2.10 on. A made-up host tells no distances.
public final class SyntheticReader {

  /// How many PUs a made-up host may have: libvirt serves no more (`virBitmapParse`).
  public static final int MOST_PUS = 16_384;

  /// How many levels and attached nodes a description may have.
  static final int MOST_ITEMS = 128;

  /// What the CPU sets of all objects together may take, in bytes.
  private static final long MOST_BYTES = 64L << 20;

  private SyntheticReader() {}

  /// The host of a description.
  ///
  /// @param source the name people know the description by
  /// @throws FormatException when it breaks the grammar or makes more than can be held, telling the
  ///   place
  public static HostTopology read(String source, String description) throws FormatException {
    var trouble = new Trouble(source, description);
    var scan = new Scan(trouble, description);
    var root = scan.root();
    var levels = Levels.of(trouble, root, scan.items());
    checkSize(trouble, levels);
    return new Growth(trouble, levels).machine().host(DistanceMatrix.UNKNOWN);
  }

  /// A set of CPUs takes a bit for each PU up to its highest, half of all on average.
  private static void checkSize(Trouble trouble, List<Level> levels) throws FormatException {
    long objects = 0;
    for (var level : levels) {
      objects += (long) level.total() * (1 + level.attached().size());
    }
    long pus = levels.getLast().total();
    if (objects * (pus / 16) > MOST_BYTES) {
      throw trouble.whole(
          "This makes %,d objects around %,d PUs, more than can be held; use fewer or smaller levels."
              .formatted(objects, pus));
    }
  }
}
