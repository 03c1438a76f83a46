package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A cell of size 0.
final class CellWithoutMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().cells().stream()
        .filter(cell -> cell.memoryKib() == 0)
        .map(cell ->
            Finding.of("N-36", Severity.ERROR, guest, "Cell " + cell.id() + " has no memory")
                .at(new Item.Cell(guest.id(), cell.id())));
  }
}
