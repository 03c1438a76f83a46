package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// The host itself needs CPUs: vCPUs hold every one there is, or sit on those kept for the host.
final class NoCpuForHost implements Check {

  private static final String WHY =
      "The host's own work (interrupts, storage, emulators) then takes time from vCPUs; SUSE's guides keep at least"
          + " one core of each node for the host";

  @Override
  public Stream<Problem> examine(Analysis facts) {
    return Stream.concat(
        facts.design().guests().stream().flatMap(guest -> onReserved(facts, guest).stream()),
        nothingLeft(facts).stream());
  }

  private static Optional<Problem> onReserved(Analysis facts, Guest guest) {
    var reserved = facts.occupancy().reserved();
    var seats =
        facts.occupancy().seats().stream()
            .filter(seat -> seat.who().domain().equals(guest.id()))
            .filter(seat -> seat.isVcpu() && seat.hold().firm())
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
        new Problem(
            "P-11",
            Severity.WARNING,
            Optional.of(guest.id()),
            new ArrayList<Item>(vcpus),
            "vCPUs sit on CPUs kept for the host",
            Words.vcpus(Words.ids(vcpus))
                + (vcpus.size() == 1 ? " is" : " are")
                + " pinned to "
                + Words.cpus(cpus)
                + ", kept for the host",
            WHY,
            Moves.away(facts, vcpus, cpus)));
  }

  private static Optional<Problem> nothingLeft(Analysis facts) {
    var usable = facts.host().usableCpus();
    boolean left = usable.isEmpty() || !usable.minus(facts.occupancy().taken()).isEmpty();
    return left
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "P-11",
                Severity.WARNING,
                Optional.empty(),
                List.of(new Item.OnHost(facts.host().machine().id())),
                "No CPU is left for the host",
                "vCPUs hold all " + usable.size() + " CPUs of the host",
                WHY,
                List.of()));
  }
}
