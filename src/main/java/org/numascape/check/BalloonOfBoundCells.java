package org.numascape.check;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.MemoryEdit;
import org.numascape.topology.MemorySize;

/// A guest with bound cells is given less than its memory: the balloon takes pages from any cell.
/// On huge pages it takes none (H-08).
final class BalloonOfBoundCells implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    long current = domain.memory().currentKib().orElse(domain.totalKib());
    boolean bound =
        domain.cells().size() > 1
            && domain.cells().stream().allMatch(cell -> !guest.memoryOf(cell.id()).isEmpty());
    return !bound || BalloonOnHugePages.allHuge(guest) || current >= domain.memoryKib()
        ? Stream.empty()
        : Finding.of(
            "N-33",
            Severity.INFO,
            guest,
            "The balloon takes "
                + MemorySize.ofKib(domain.memoryKib() - current)
                + " from cells that are bound to nodes")
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "N-33",
                    "Give " + guest.guest().name() + " all its memory",
                    List.of(new MemoryEdit.SetCurrent(guest.id(), OptionalLong.empty()))))
            .stream();
  }
}
