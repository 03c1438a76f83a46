package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemorySource;
import org.numascape.domain.PageBacking;

/// Memory that shall be shared but cannot.
final class SharedInVain implements GuestCheck {

  static final String MEMFD = "Take the memory from a memfd";

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var vain =
        domain.memoryCells().stream()
            .filter(cell -> wanted(domain, cell) && !shareable(domain, cell))
            .map(cell -> new Item.Cell(guest.id(), cell.id()))
            .toList();
    return vain.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "H-06", Severity.WARNING, guest, "Its memory shall be shared, but is the process's own")
            .at(vain)
            .fixed(now -> Trial.fix(now, guest.id(), "H-06", MEMFD, List.of(memfd(guest))))
            .stream();
  }

  /// Whether a cell's memory shall be shared.
  static boolean wanted(Domain domain, GuestCell cell) {
    return cell.access()
        .or(() -> domain.backing().access())
        .equals(Optional.of(MemoryAccess.SHARED));
  }

  /// Whether a cell's memory is such that it can be shared.
  static boolean shareable(Domain domain, GuestCell cell) {
    boolean huge = !(domain.pagesOf(cell.id()) instanceof PageBacking.Normal);
    return huge
        || domain.backing().source().filter(from -> from != MemorySource.ANONYMOUS).isPresent();
  }

  /// Memory that other processes can map.
  static Edit memfd(GuestFacts guest) {
    return new BackingEdit.SetSource(guest.id(), Optional.of(MemorySource.MEMFD));
  }
}
