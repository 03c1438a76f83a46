package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Hold;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Every vCPU of a guest is pinned to one CPU, and other guests float over each of these CPUs: it
/// has lost the scheduler's freedom and got no CPU for itself in return.
///
/// Nobody declares a guest shared; that all its CPUs are a pool of others says so. Guests pinned to
/// each other's CPUs are a mistake of another kind (P-03), real-time ones are left to E-09.
final class PinnedForNothing implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.guests().values().stream()
        .filter(guest -> guest.guestClass() == GuestClass.DEDICATED && guest.vcpus().size() > 1)
        .filter(guest -> guest.vcpus().stream().allMatch(seat -> seat.hold() == Hold.EXACT))
        .flatMap(guest -> examine(facts, guest).stream());
  }

  private static Optional<Finding> examine(Analysis facts, GuestFacts guest) {
    var sharers = new LinkedHashSet<DomainId>();
    for (int cpu : guest.firmCpus().stream().toArray()) {
      var others = others(facts, guest, cpu);
      if (others.isEmpty() || others.stream().anyMatch(seat -> seat.hold().firm())) {
        return Optional.empty();
      }
      others.forEach(seat -> sharers.add(seat.who().domain()));
    }
    return Optional.of(
        Finding.of(
                "P-27",
                Severity.INFO,
                guest,
                "Every vCPU is pinned to one CPU, and "
                    + HostSays.guests(facts, List.copyOf(sharers))
                    + (sharers.size() == 1 ? " floats" : " float")
                    + " over all of "
                    + Words.cpus(guest.firmCpus()))
            .at(vcpus(guest))
            .fixed(now -> fixes(now, guest)));
  }

  /// vCPUs of other guests that may run on a CPU at the same time.
  private static List<Seat> others(Analysis facts, GuestFacts guest, int cpu) {
    return facts.occupancy().seatsOn(cpu).stream()
        .filter(seat -> seat.isVcpu() && !seat.who().domain().equals(guest.id()))
        .filter(seat -> facts.meet(Set.of(guest.id(), seat.who().domain())))
        .toList();
  }

  private static List<Item> vcpus(GuestFacts guest) {
    return guest.vcpus().stream().map(seat -> (Item) seat.who()).toList();
  }

  /// Over its own CPUs and what those with whom it shares them may use, within the nodes it is on.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var nodes = new ArrayList<CpuSet>();
    facts.host().nodesOf(guest.firmCpus()).stream()
        .forEach(node -> nodes.add(facts.host().cpusOf(node)));
    var near = nodes.stream().reduce(CpuSet.EMPTY, CpuSet::or);
    var set = guest.firmCpus();
    for (int cpu : guest.firmCpus().stream().toArray()) {
      for (var seat : others(facts, guest, cpu)) {
        set = set.or(seat.cpus().and(near));
      }
    }
    if (set.size() < 2) {
      return List.of();
    }
    var pins = new TreeMap<Integer, CpuSet>();
    for (var seat : guest.vcpus()) {
      if (seat.who() instanceof Item.Vcpu(var id, int vcpu)) {
        pins.put(vcpu, set);
      }
    }
    return List.of(
        new Fix(
            "Let " + guest.guest().name() + " float over " + Words.cpus(set),
            new Edit.PinVcpus(guest.id(), pins)));
  }
}
