package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.GuestCell;
import org.numascape.domain.PageBacking;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// A cell that does not fill its last huge page.
final class PartialPage implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .flatMap(cell ->
            guest.domain().pagesOf(cell.id()) instanceof PageBacking.Huge(var size)
                    && cell.memoryKib() % size.kib() != 0
                ? finding(guest, cell, size).stream()
                : Stream.empty());
  }

  private static Finding finding(GuestFacts guest, GuestCell cell, PageSize size) {
    return Finding.of(
            "H-04",
            Severity.ERROR,
            guest,
            Words.cell(guest.domain(), cell.id())
                + " of "
                + MemorySize.ofKib(cell.memoryKib())
                + " is no multiple of "
                + size
                + "; the next is "
                + MemorySize.ofKib(size.pagesFor(cell.memoryKib()) * size.kib()))
        .at(new Item.Cell(guest.id(), cell.id()))
        .fixed(now -> {
          long kib = size.pagesFor(cell.memoryKib()) * size.kib();
          Edit edit =
              guest.domain().cells().isEmpty()
                  ? new MemoryEdit.SetMemory(guest.id(), kib)
                  : new CellEdit.Resize(guest.id(), cell.id(), kib);
          return Trial.fix(
              now, guest.id(), "H-04", "Make it " + MemorySize.ofKib(kib), List.of(edit));
        });
  }
}
