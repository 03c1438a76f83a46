package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.GuestCell;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A cell larger than its host, or a thousand times another cell: a slip of the unit.
final class ImplausibleSize implements GuestCheck {

  private static final long STEP = 1_024;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    long host = guest.host().nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    var cells = guest.domain().memoryCells();
    long smallest =
        cells.stream().mapToLong(GuestCell::memoryKib).filter(kib -> kib > 0).min().orElse(0);
    return cells.stream()
        .filter(
            cell -> (host > 0 && cell.memoryKib() > host) || cell.memoryKib() >= STEP * smallest)
        .filter(cell -> cell.memoryKib() > 0)
        .map(cell -> finding(guest, cell, host));
  }

  private static Finding finding(GuestFacts guest, GuestCell cell, long host) {
    return Finding.of(
            "N-06",
            Severity.ERROR,
            guest,
            Words.cell(guest.domain(), cell.id())
                + " has "
                + MemorySize.ofKib(cell.memoryKib())
                + (host > 0 && cell.memoryKib() > host
                    ? ", the host " + MemorySize.ofKib(host)
                    : "")
                + "; with the unit one step smaller it were "
                + MemorySize.ofKib(cell.memoryKib() / STEP))
        .at(new Item.Cell(guest.id(), cell.id()))
        .fixed(now -> {
          long kib = cell.memoryKib() / STEP;
          Edit edit =
              guest.domain().cells().isEmpty()
                  ? new MemoryEdit.SetMemory(guest.id(), kib)
                  : new CellEdit.Resize(guest.id(), cell.id(), kib);
          return Trial.fix(
              now, guest.id(), "N-06", "Make it " + MemorySize.ofKib(kib), List.of(edit));
        });
  }
}
