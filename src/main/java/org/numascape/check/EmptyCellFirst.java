package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.CellFault;

/// A cell without vCPUs before one with vCPUs ends libvirt before 11.3 at start.
final class EmptyCellFirst implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return CellFault.emptyFirst(guest.domain().memoryCells()).stream()
        .map(empty ->
            Finding.of(
                    "N-35",
                    Severity.ERROR,
                    guest,
                    "Cell "
                        + empty.cell()
                        + " has no vCPUs, but comes before cell "
                        + empty.last()
                        + ", which has")
                .at(new Item.Cell(guest.id(), empty.cell()))
                .fixed(now ->
                    Trial.fix(
                        now,
                        guest.id(),
                        "N-35",
                        "Put cells without vCPUs last",
                        List.of(new CellEdit.PutEmptyLast(guest.id())))));
  }
}
