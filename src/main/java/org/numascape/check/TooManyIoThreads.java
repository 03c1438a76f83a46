package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// More I/O threads than two to each CPU they may use.
final class TooManyIoThreads implements GuestCheck {

  private static final int EACH = 2;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var threads =
        guest.seats().values().stream()
            .filter(seat -> seat.who() instanceof Item.IoThread)
            .toList();
    int cpus =
        threads.stream()
            .map(Seat::cpus)
            .reduce(CpuSet.EMPTY, CpuSet::or)
            .and(guest.host().usableCpus())
            .size();
    return cpus == 0 || threads.size() <= EACH * cpus
        ? Stream.empty()
        : Finding.of(
            "E-12",
            Severity.INFO,
            guest,
            threads.size()
                + " I/O threads have "
                + (cpus == 1 ? "1 CPU" : cpus + " CPUs")
                + " between them")
            .at(threads.stream().map(Seat::who).toList())
            .stream();
  }
}
