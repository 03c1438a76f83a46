package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.domain.ThreadScheduler;
import org.numascape.topology.CpuSet;

/// A real-time vCPU may run where others have to run: it gives way to none of them.
final class RealTimeShares implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> guest.guestClass() == GuestClass.REAL_TIME)
        .flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest) {
    var realTime =
        guest.domain().schedulers().stream()
            .filter(ThreadScheduler::realTime)
            .map(ThreadScheduler::threads)
            .reduce(CpuSet.EMPTY, CpuSet::or);
    var wrong =
        guest.vcpus().stream()
            .filter(seat -> realTime.contains(((Item.Vcpu) seat.who()).vcpu()))
            .filter(seat -> shares(facts, guest, seat))
            .toList();
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    var vcpus = wrong.stream().map(seat -> (Item.Vcpu) seat.who()).toList();
    var cpus = wrong.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
    boolean floats = wrong.stream().anyMatch(seat -> !seat.hold().pinned());
    return Optional.of(
        Finding.of(
                "E-09",
                Severity.WARNING,
                guest,
                Words.vcpus(Words.ids(vcpus))
                    + (floats
                        ? (vcpus.size() == 1 ? " is" : " are") + " real-time and may run anywhere"
                        : (vcpus.size() == 1 ? " is" : " are")
                            + " real-time on "
                            + Words.cpus(cpus)
                            + ", which others need too"))
            .at(vcpus)
            .fixed(now -> Moves.apart(now, vcpus, cpus.minus(floats ? cpus : CpuSet.EMPTY))));
  }

  private static boolean shares(Analysis facts, GuestFacts guest, Seat seat) {
    if (!seat.hold().pinned() || seat.cpus().intersects(facts.occupancy().reserved())) {
      return true;
    }
    return seat.cpus().stream()
        .boxed()
        .flatMap(cpu -> facts.occupancy().seatsOn(cpu).stream())
        .map(other -> other.who().domain())
        .anyMatch(
            id -> !id.equals(guest.id()) && !facts.design().checking().exclusive(id, guest.id()));
  }
}
