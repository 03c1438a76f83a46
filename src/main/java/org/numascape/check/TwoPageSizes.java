package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
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
    return rest < 2 && twice.isEmpty()
        ? Stream.empty()
        : Finding.of(
                "H-20",
                Severity.ERROR,
                guest,
                twice.isEmpty()
                    ? rest + " page sizes are meant for all memory"
                    : "Two page sizes are meant for guest cell " + twice)
            .stream();
  }
}
