package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.topology.CpuSet;

/// A vCPU that two cells name.
final class VcpuInTwoCells implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var seen = CpuSet.EMPTY;
    var twice = CpuSet.EMPTY;
    for (var cell : guest.domain().cells()) {
      twice = twice.or(seen.and(cell.vcpus()));
      seen = seen.or(cell.vcpus());
    }
    var doubled = twice;
    return doubled.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "N-08",
            Severity.ERROR,
            guest,
            Words.vcpus(doubled) + (doubled.size() == 1 ? " is" : " are") + " in two cells")
            .at(
                guest.domain().cells().stream()
                    .filter(cell -> cell.vcpus().intersects(doubled))
                    .map(cell -> new Item.Cell(guest.id(), cell.id()))
                    .toList())
            .fixed(now -> {
              int first =
                  guest.domain().cells().stream()
                      .filter(cell -> cell.vcpus().intersects(doubled))
                      .mapToInt(GuestCell::id)
                      .findFirst()
                      .orElse(0);
              return Trial.fix(
                  now,
                  guest.id(),
                  "N-08",
                  "Keep " + Words.vcpus(doubled) + " in cell " + first,
                  List.of(new CellEdit.MoveVcpus(guest.id(), doubled, first)));
            })
            .stream();
  }
}
