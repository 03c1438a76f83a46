package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;

/// A cell without vCPUs before one with vCPUs ends libvirt before 11.3 at start.
///
/// vCPUs that no cell names go to cell 0, so that one is empty only when there are none.
final class EmptyCellFirst implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells = guest.domain().memoryCells();
    int last =
        cells.stream()
            .filter(cell -> !cell.vcpus().isEmpty())
            .mapToInt(GuestCell::id)
            .max()
            .orElse(-1);
    return cells.stream()
        .filter(cell -> cell.vcpus().isEmpty() && cell.id() < last)
        .limit(1)
        .map(cell ->
            Finding.of(
                    "N-35",
                    Severity.ERROR,
                    guest,
                    "Cell "
                        + cell.id()
                        + " has no vCPUs, but comes before cell "
                        + last
                        + ", which has")
                .at(new Item.Cell(guest.id(), cell.id()))
                .fixed(now ->
                    Trial.fix(
                        now,
                        guest.id(),
                        "N-35",
                        "Put cells without vCPUs last",
                        List.of(new CellEdit.PutEmptyLast(guest.id())))));
  }
}
