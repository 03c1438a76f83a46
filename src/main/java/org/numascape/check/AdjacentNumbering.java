package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.domain.CpuTopology;

/// A range of CPUs that looks like so many cores is half as many, because the firmware numbers the
/// threads of a core one after the other.
final class AdjacentNumbering implements GuestCheck {

  private static final int TELLING = 4;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    boolean threaded = guest.domain().topology().map(CpuTopology::threads).orElse(1) > 1;
    var seats = guest.vcpus();
    boolean exact = seats.stream().allMatch(seat -> seat.hold() == Hold.EXACT);
    var cpus = guest.reach().cpus();
    if (threaded || !exact || cpus.size() < TELLING || cpus.size() != seats.size()) {
      return Stream.empty();
    }
    int first = cpus.first().orElse(0);
    boolean range = cpus.last() - first + 1 == cpus.size();
    boolean wholeCores =
        cpus.stream()
            .mapToObj(guest.host()::siblings)
            .allMatch(core -> core.size() > 1 && cpus.containsAll(core));
    if (!range || !wholeCores) {
      return Stream.empty();
    }
    long cores = cpus.stream().mapToObj(guest.host()::siblings).distinct().count();
    return Finding.of(
        "P-07",
        Severity.INFO,
        guest,
        Words.cpus(cpus) + " are " + cores + " cores here, not " + cpus.size())
        .at(seats.stream().map(Seat::who).toList())
        .fixed(now -> Apart.onePerCore(now, guest))
        .stream();
  }
}
