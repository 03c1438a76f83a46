package org.numascape.check;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// A guest whose pins together name fewer CPUs than it has vCPUs. Single CPUs with two vCPUs are
/// `SharedCpuInDomain`'s business.
final class MoreVcpusThanCpus implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var seats = guest.vcpus();
    boolean sets =
        seats.stream().allMatch(seat -> seat.hold().pinned() && seat.hold() != Hold.EXACT);
    int cpus = guest.reach().cpus().and(guest.host().usableCpus()).size();
    if (!sets || cpus == 0 || cpus >= seats.size()) {
      return Stream.empty();
    }
    return Finding.of(
        "P-16",
        Severity.WARNING,
        guest,
        seats.size() + " vCPUs have " + (cpus == 1 ? "1 CPU" : cpus + " CPUs") + " between them")
        .at(seats.stream().map(Seat::who).toList())
        .fixed(now -> fixes(now, guest))
        .stream();
  }

  /// All CPUs of its nodes that nobody has for himself.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var wide =
        guest.reach().cpuNodes().stream()
            .mapToObj(facts.host()::cpusOf)
            .reduce(CpuSet.EMPTY, CpuSet::or)
            .and(facts.host().usableCpus())
            .minus(facts.occupancy().reserved())
            .minus(facts.occupancy().taken().minus(guest.reach().cpus()));
    if (wide.size() < guest.vcpus().size()) {
      return List.of();
    }
    var pins = new TreeMap<Integer, CpuSet>();
    guest.vcpus().forEach(seat -> pins.put(((Item.Vcpu) seat.who()).vcpu(), wide));
    return List.of(
        new Fix(
            "Let " + guest.guest().name() + " use " + Words.cpus(wide),
            new Edit.PinVcpus(guest.id(), pins)));
  }
}
