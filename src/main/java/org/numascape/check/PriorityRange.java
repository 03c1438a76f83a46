package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.TuneEdit;
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
                            + MOST)
                .fixed(now -> fixes(now, guest)));
  }

  private static boolean outside(int priority) {
    return priority < 1 || priority > MOST;
  }

  /// The nearest priority that the kernel knows; 1 where none is given.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var tune = guest.domain().cpuTune();
    var edits = new ArrayList<Edit>();
    for (var one : tune.vcpuSchedulers()) {
      edits.add(new TuneEdit.ScheduleVcpus(guest.id(), one.threads(), right(one.scheduling())));
    }
    for (var one : tune.ioThreadSchedulers()) {
      edits.add(new TuneEdit.ScheduleIoThreads(guest.id(), one.threads(), right(one.scheduling())));
    }
    tune.emulatorScheduler()
        .ifPresent(one -> edits.add(new TuneEdit.ScheduleEmulator(guest.id(), right(one))));
    return Trial.fix(facts, guest.id(), "E-14", "Write a priority from 1 to " + MOST, edits);
  }

  private static Optional<Scheduling> right(Scheduling scheduling) {
    int priority = Math.clamp(scheduling.priority().orElse(1), 1, MOST);
    return Optional.of(
        scheduling.realTime()
            ? new Scheduling(scheduling.scheduler(), OptionalInt.of(priority))
            : scheduling);
  }
}
