package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.domain.Scheduling;
import org.numascape.domain.ThreadScheduler;

/// A real-time scheduler without a priority that the kernel knows.
final class PriorityRange implements GuestCheck {

  private static final int MOST = 99;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().cpuTune();
    return Stream.of(
            tune.vcpuSchedulers().stream().map(ThreadScheduler::scheduling),
            tune.ioThreadSchedulers().stream().map(ThreadScheduler::scheduling),
            tune.emulatorScheduler().stream())
        .flatMap(all -> all)
        .filter(Scheduling::realTime)
        .filter(one -> one.priority().isEmpty() || outside(one.priority().getAsInt()))
        .limit(1)
        .map(one ->
            Finding.of(
                "E-14",
                Severity.ERROR,
                guest,
                one.priority().isEmpty()
                    ? one.scheduler() + " has no priority"
                    : one.scheduler()
                        + " has priority "
                        + one.priority().getAsInt()
                        + ", the kernel knows 1 to "
                        + MOST));
  }

  private static boolean outside(int priority) {
    return priority < 1 || priority > MOST;
  }
}
