package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.TuneEdit;
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
    var doubled = twice;
    return doubled.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "E-15",
            Severity.ERROR,
            guest,
            what
                + (doubled.size() == 1 ? " " : "s ")
                + doubled
                + (doubled.size() == 1 ? " is" : " are")
                + " in two schedulers")
            .fixed(now -> fixes(now, guest, schedulers, what, doubled))
            .stream();
  }

  /// The first scheduler keeps them.
  private static List<Fix> fixes(
      Analysis facts,
      GuestFacts guest,
      List<ThreadScheduler> schedulers,
      String what,
      CpuSet doubled) {
    var edits = new ArrayList<Edit>();
    for (var scheduler : schedulers.reversed()) {
      var threads = scheduler.threads().and(doubled);
      if (!threads.isEmpty()) {
        var kept = Optional.of(scheduler.scheduling());
        edits.add(
            what.equals("vCPU")
                ? new TuneEdit.ScheduleVcpus(guest.id(), threads, kept)
                : new TuneEdit.ScheduleIoThreads(guest.id(), threads, kept));
      }
    }
    return Trial.fix(facts, guest.id(), "E-15", "Keep each in its first scheduler", edits);
  }
}
