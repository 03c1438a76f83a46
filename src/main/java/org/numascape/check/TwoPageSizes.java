package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.topology.CpuSet;

/// Two page elements serve the same cell.
final class TwoPageSizes implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var pages = guest.domain().backing().pages();
    long rest = pages.stream().filter(page -> page.cells().isEmpty()).count();
    var seen = CpuSet.EMPTY;
    var twice = CpuSet.EMPTY;
    for (var page : pages) {
      var cells = page.cells().orElse(CpuSet.EMPTY);
      twice = twice.or(seen.and(cells));
      seen = seen.or(cells);
    }
    var doubled = twice;
    return rest < 2 && doubled.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "H-20",
            Severity.ERROR,
            guest,
            doubled.isEmpty()
                ? rest + " page sizes are meant for all memory"
                : "Two page sizes are meant for guest cell " + doubled)
            .fixed(now -> {
              var size = pages.getFirst().size();
              return Trial.fix(
                  now,
                  guest.id(),
                  "H-20",
                  "Put all memory on pages of " + size,
                  List.of(new Edit.SetPages(guest.id(), Optional.of(size))));
            })
            .stream();
  }
}
