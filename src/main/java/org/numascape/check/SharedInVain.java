package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemorySource;
import org.numascape.domain.PageBacking;

/// Memory that shall be shared but cannot (H-06), or that has to be and is not (H-15).
final class SharedInVain implements GuestCheck {

  private static final String MEMFD = "Take the memory from a memfd";

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var vain = new ArrayList<Item>();
    boolean unshared = false;
    for (var cell : domain.memoryCells()) {
      boolean wanted =
          cell.access()
              .or(() -> domain.backing().access())
              .equals(Optional.of(MemoryAccess.SHARED));
      boolean possible = shareable(guest, cell);
      if (wanted && !possible) {
        vain.add(new Item.Cell(guest.id(), cell.id()));
      }
      unshared |= !wanted || !possible;
    }
    var found = new ArrayList<Finding>();
    if (!vain.isEmpty()) {
      found.add(
          Finding.of(
                  "H-06",
                  Severity.WARNING,
                  guest,
                  "Its memory shall be shared, but is the process's own")
              .at(vain)
              .fixed(now -> Trial.fix(now, guest.id(), "H-06", MEMFD, List.of(memfd(guest)))));
    }
    var devices = domain.hardware().sharesMemory().stream().distinct().toList();
    if (unshared && !devices.isEmpty()) {
      found.add(
          Finding.of(
                  "H-15",
                  Severity.WARNING,
                  guest,
                  "It has " + Words.list(devices) + ", but its memory is not shared")
              .fixed(now -> share(now, guest)));
    }
    return found.stream();
  }

  private static boolean shareable(GuestFacts guest, GuestCell cell) {
    boolean huge = !(guest.domain().pagesOf(cell.id()) instanceof PageBacking.Normal);
    return huge
        || guest
            .domain()
            .backing()
            .source()
            .filter(source -> source != MemorySource.ANONYMOUS)
            .isPresent();
  }

  private static Edit memfd(GuestFacts guest) {
    return new BackingEdit.SetSource(guest.id(), Optional.of(MemorySource.MEMFD));
  }

  /// Shared as a whole, whatever single cells said.
  private static List<Fix> share(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(memfd(guest));
    edits.add(new BackingEdit.SetAccess(guest.id(), Optional.of(MemoryAccess.SHARED)));
    guest.domain().cells().stream()
        .filter(cell -> cell.access().isPresent())
        .forEach(
            cell -> edits.add(new CellEdit.SetAccess(guest.id(), cell.id(), Optional.empty())));
    return Trial.fix(facts, guest.id(), "H-15", MEMFD + " and share it", edits);
  }
}
