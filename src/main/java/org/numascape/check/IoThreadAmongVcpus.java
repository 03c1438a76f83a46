package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// I/O threads of a dedicated guest float over CPUs of vCPUs, or are pinned to them.
final class IoThreadAmongVcpus implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var taken = facts.occupancy().taken();
    return facts.guests().values().stream()
        .filter(guest -> !guest.domain().ioThreads().isEmpty())
        .flatMap(guest -> examine(guest, taken).stream());
  }

  private static Optional<Finding> examine(GuestFacts guest, CpuSet taken) {
    var wrong =
        guest.seats().values().stream()
            .filter(seat -> seat.who() instanceof Item.IoThread)
            .filter(seat -> seat.cpus().intersects(taken))
            .filter(seat -> guest.dedicated() || seat.hold().pinned())
            .toList();
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    boolean floats = wrong.stream().noneMatch(seat -> seat.hold().pinned());
    var cpus = wrong.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or).and(taken);
    return Optional.of(
        Finding.of(
                "E-06",
                Severity.WARNING,
                guest,
                Words.threads(wrong)
                    + (floats
                        ? (wrong.size() == 1 ? " floats" : " float")
                            + " over all CPUs, those of vCPUs included"
                        : " may run on " + Words.cpus(cpus) + ", where vCPUs are"))
            .at(wrong.stream().map(Seat::who).toList())
            .fixed(now -> ServiceMoves.toHousekeeping(now, guest, wrong)));
  }
}
