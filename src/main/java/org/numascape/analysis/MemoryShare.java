package org.numascape.analysis;

import java.util.Optional;
import org.numascape.design.DomainId;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.PageSize;

/// Memory of one guest cell that a design puts on a node.
///
/// @param kib how much, in KiB
/// @param mode how it is bound; empty for memory that is not bound at all
/// @param pages the huge pages that hold it; empty for normal pages
/// @param estimated whether the cell is bound to several nodes and this is an even part of it
public record MemoryShare(
    DomainId domain,
    int cell,
    long kib,
    Optional<MemoryMode> mode,
    Optional<PageSize> pages,
    boolean estimated) {

  /// Whether it is of the same cell as another.
  public boolean sameCell(MemoryShare other) {
    return domain.equals(other.domain) && cell == other.cell;
  }
}
