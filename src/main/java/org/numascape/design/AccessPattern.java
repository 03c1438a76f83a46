package org.numascape.design;

import java.util.List;

/// How a guest's software is taken to use its cells. Nobody can read it off a definition, so it is
/// an assumption, and told as one.
///
/// @param ownCell share of the accesses of a vCPU that go to the cell it is in, whatever the sizes;
///   the rest goes to all memory of the guest alike, its own cell's included; 0 to 1
public record AccessPattern(double ownCell) {

  /// Every vCPU uses all memory alike: software that does not know NUMA, or one large shared heap.
  public static final AccessPattern UNIFORM = new AccessPattern(0);

  /// Software that knows NUMA: nine of ten accesses go to the own cell.
  public static final AccessPattern AWARE = new AccessPattern(0.9);

  /// Every vCPU uses the memory of its own cell only.
  public static final AccessPattern OWN_CELL = new AccessPattern(1);

  /// The patterns that have names.
  public static final List<AccessPattern> PRESETS = List.of(OWN_CELL, AWARE, UNIFORM);

  /// Refuses what is no share.
  public AccessPattern {
    if (!(ownCell >= 0 && ownCell <= 1)) {
      throw new IllegalArgumentException("a share is between 0 and 1, not " + ownCell);
    }
  }

  /// `own cell only`, `90 % own cell`, `all memory alike`
  public String words() {
    if (equals(OWN_CELL)) {
      return "own cell only";
    }
    return equals(UNIFORM) ? "all memory alike" : Math.round(ownCell * 100) + " % own cell";
  }
}
