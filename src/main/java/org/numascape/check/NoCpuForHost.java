package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// The host itself needs CPUs: vCPUs hold every one there is, or sit on those kept for the host.
final class NoCpuForHost implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return Stream.concat(
        facts.guests().values().stream().flatMap(guest -> onReserved(facts, guest).stream()),
        nothingLeft(facts).stream());
  }

  private static Optional<Finding> onReserved(Analysis facts, GuestFacts guest) {
    var reserved = facts.occupancy().reserved();
    var seats =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().firm())
            .filter(seat -> seat.cpus().intersects(reserved))
            .toList();
    if (seats.isEmpty()) {
      return Optional.empty();
    }
    var vcpus =
        seats.stream()
            .flatMap(seat -> seat.who() instanceof Item.Vcpu v ? Stream.of(v) : Stream.empty())
            .toList();
    var cpus = seats.stream().map(Seat::cpus).reduce(CpuSet.EMPTY, CpuSet::or).and(reserved);
    return Optional.of(
        new Finding(
            "P-11",
            Severity.WARNING,
            Optional.of(guest.id()),
            new ArrayList<Item>(vcpus),
            "reserved",
            Words.vcpus(Words.ids(vcpus))
                + (vcpus.size() == 1 ? " is" : " are")
                + " pinned to "
                + Words.cpus(cpus)
                + ", kept for the host",
            "",
            now -> Moves.away(now, vcpus, cpus)));
  }

  private static Optional<Finding> nothingLeft(Analysis facts) {
    var usable = facts.host().usableCpus();
    boolean left = usable.isEmpty() || !usable.minus(facts.occupancy().taken()).isEmpty();
    return left
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "P-11",
                Severity.WARNING,
                Optional.empty(),
                List.of(new Item.OnHost(facts.host().machine().id())),
                "",
                "vCPUs hold all " + usable.size() + " CPUs of the host",
                "",
                Remedy.NONE));
  }
}
