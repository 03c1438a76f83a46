package org.numascape.analysis;

import java.util.List;
import java.util.OptionalInt;
import org.numascape.design.AccessPattern;
import org.numascape.design.DomainId;

/// What memory accesses cost a guest. It says nothing of caches, of other guests, or of how often
/// the guest misses.
///
/// @param cells by cell; a guest without cells has one, 0
/// @param ownCell if every vCPU uses the memory of its own cell only (software that knows NUMA)
/// @param uniform if every vCPU uses all memory alike (software that does not); equal to `ownCell`
///   for one cell
/// @param provenance where the latencies come from: the least trustworthy of those that matter
public record AccessCost(
    DomainId domain,
    List<CellAccess> cells,
    Estimate ownCell,
    Estimate uniform,
    Provenance provenance) {

  /// Copies the list.
  public AccessCost {
    cells = List.copyOf(cells);
  }

  /// What an access takes if the software uses the cells this way.
  public Estimate under(AccessPattern pattern) {
    return ownCell.mixed(pattern.ownCell(), uniform);
  }

  /// Whether nothing about any cell is left open.
  public boolean settled() {
    return cells.stream().allMatch(CellAccess::settled);
  }

  /// Share of vCPUs' accesses to their own cells that stay on their node, 0 to 1.
  public double localShare() {
    return 1 - ownCell.remoteShare();
  }

  /// The greatest distance any access goes, where the host tells it.
  public OptionalInt worstDistance() {
    return cells.stream().flatMapToInt(cell -> cell.worstDistance().stream()).max();
  }
}
