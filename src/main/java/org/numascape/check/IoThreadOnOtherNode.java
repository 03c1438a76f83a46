package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// An I/O thread is pinned to another node than its guest's memory. Only advice on CPUs kept for
/// the host.
final class IoThreadOnOtherNode implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> !guest.domain().ioThreads().isEmpty())
        .flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest) {
    var reach = guest.reach();
    var home =
        (reach.memoryNodes().isEmpty() ? reach.cpuNodes() : reach.memoryNodes())
            .and(facts.host().nodeSet());
    var far =
        guest.seats().values().stream()
            .filter(seat -> seat.who() instanceof Item.IoThread && seat.hold().pinned())
            .filter(seat -> {
              var there = facts.host().nodesOf(seat.cpus());
              return !there.isEmpty() && !there.intersects(home);
            })
            .toList();
    if (home.isEmpty() || far.isEmpty()) {
      return Optional.empty();
    }
    var cpus = far.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
    boolean kept = facts.occupancy().reserved().containsAll(cpus);
    return Optional.of(
        Finding.of(
                "E-07",
                kept ? Severity.INFO : Severity.WARNING,
                guest,
                Words.threads(far)
                    + (far.size() == 1 ? " runs on " : " run on ")
                    + Words.nodes(facts.host().nodesOf(cpus))
                    + ", the memory is on "
                    + Words.nodes(home))
            .at(far.stream().map(Seat::who).toList())
            .fixed(now -> {
              var place = Housekeeping.cpusFor(now, guest.guest());
              return now.host().nodesOf(place).intersects(home)
                  ? ServiceMoves.to(guest, far, place)
                  : List.of();
            }));
  }
}
