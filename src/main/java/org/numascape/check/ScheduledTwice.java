package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

/// Two schedulers name the same vCPU or I/O thread.
final class ScheduledTwice implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().cpuTune();
    return Stream.concat(
        examine(guest, tune.vcpuSchedulers(), "vCPU"),
        examine(guest, tune.ioThreadSchedulers(), "I/O thread"));
  }

  private static Stream<Finding> examine(
      GuestFacts guest, List<ThreadScheduler> schedulers, String what) {
    var seen = CpuSet.EMPTY;
    var twice = CpuSet.EMPTY;
    for (var scheduler : schedulers) {
      twice = twice.or(seen.and(scheduler.threads()));
      seen = seen.or(scheduler.threads());
    }
    return twice.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "E-15",
            Severity.ERROR,
            guest,
            what + (twice.size() == 1 ? " " : "s ") + twice + " are in two schedulers")
        .stream();
  }
}
