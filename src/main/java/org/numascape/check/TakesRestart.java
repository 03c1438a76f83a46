package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.Aspect;

/// The design changes what a running guest takes over at its next start only; of the memory's
/// placement L-03 tells.
final class TakesRestart implements GuestCheck {

  private static final List<Aspect> AT_START =
      List.of(
          Aspect.TOPOLOGY,
          Aspect.CELLS,
          Aspect.BACKING,
          Aspect.SCHEDULING,
          Aspect.ALLOCATIONS,
          Aspect.CPU_MODEL,
          Aspect.HOST_DEVICES,
          Aspect.DEVICES,
          Aspect.MEMORY_DEVICES);

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var it = guest.guest();
    if (!it.state().active() || !it.changed()) {
      return Stream.empty();
    }
    var before = it.live().orElse(it.stored());
    var later =
        AT_START.stream()
            .filter(aspect -> !aspect.same(it.stored(), it.wanted()))
            .filter(aspect -> !aspect.same(before, it.wanted()))
            .map(Aspect::words)
            .toList();
    return later.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "L-02",
            Severity.INFO,
            guest,
            "It runs, and takes over " + Words.list(later) + " when it is started again")
            .stream();
  }
}
