package org.numascape.check;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.topology.CpuSet;

/// Emulator or I/O threads on the other thread of a core that a vCPU has for itself.
final class BesideDedicated implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var beside = beside(facts);
    return beside.isEmpty()
        ? Stream.empty()
        : facts.guests().values().stream().flatMap(guest -> examine(guest, beside).stream());
  }

  /// CPUs that are no vCPU's, but share a core with one of a dedicated guest.
  private static CpuSet beside(Analysis facts) {
    var found = new BitSet();
    for (var guest : facts.guests().values()) {
      if (guest.dedicated()) {
        for (var seat : guest.vcpus()) {
          found.or(facts.host().siblings(seat.cpus().last()).bits());
        }
      }
    }
    return new CpuSet(found).minus(facts.occupancy().taken());
  }

  private static Optional<Finding> examine(GuestFacts guest, CpuSet beside) {
    var threads =
        guest.seats().values().stream()
            .filter(seat -> !seat.isVcpu() && seat.hold().pinned())
            .filter(seat -> seat.cpus().intersects(beside))
            .toList();
    if (threads.isEmpty()) {
      return Optional.empty();
    }
    var cpus = threads.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or).and(beside);
    return Optional.of(
        Finding.of(
                "E-04",
                Severity.WARNING,
                guest,
                Words.threads(threads)
                    + " may run on "
                    + Words.cpus(cpus)
                    + ", beside a vCPU that has its core for itself")
            .at(threads.stream().map(Seat::who).toList())
            .fixed(now -> fixes(now, guest, threads)));
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, List<Seat> threads) {
    var cpus = Housekeeping.cpusFor(facts, guest.guest());
    return cpus.isEmpty() || cpus.intersects(beside(facts))
        ? List.of()
        : ServiceMoves.to(guest, threads, cpus);
  }
}
