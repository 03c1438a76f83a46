package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Seat;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Pu;

/// A host CPU in the pins of two guests: each is the other's noisy neighbour.
///
/// A warning where a vCPU belongs to the CPU or its core; only advice where all of them have a
/// choice of cores, which is what sharing looks like. Emulator and I/O threads do not count. One
/// problem for each group of guests.
final class SharedCpuAcrossDomains implements DesignCheck {

  private record Group(Set<DomainId> guests, boolean firm) {}

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var groups = new LinkedHashMap<Group, List<List<Integer>>>();
    var before = List.<Seat>of();
    var same = new ArrayList<Integer>();
    for (int cpu : facts.host().usableCpus().stream().toArray()) {
      var seats = facts.occupancy().seatsOn(cpu);
      if (seats.size() < 2) {
        continue;
      }
      if (seats.equals(before)) {
        same.add(cpu);
        continue;
      }
      before = seats;
      same = new ArrayList<>();
      var vcpus = seats.stream().filter(Seat::isVcpu).toList();
      Set<DomainId> guests =
          vcpus.stream()
              .map(seat -> seat.who().domain())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (facts.meet(guests)) {
        boolean firm = vcpus.stream().anyMatch(seat -> seat.hold().firm());
        same.add(cpu);
        groups.computeIfAbsent(new Group(guests, firm), g -> new ArrayList<>()).add(same);
      }
    }
    return groups.entrySet().stream()
        .map(found ->
            problem(
                facts,
                found.getKey(),
                CpuSet.of(found.getValue().stream().flatMap(List::stream).toList())));
  }

  private static Finding problem(Analysis facts, Group group, CpuSet cpus) {
    var vcpus = vcpus(facts, cpus);
    var where = new ArrayList<Item>();
    cpus.stream()
        .boxed()
        .flatMap(cpu -> facts.host().pu(cpu).stream())
        .map(Pu::id)
        .map(Item.OnHost::new)
        .forEach(where::add);
    vcpus.forEach(seat -> where.add(seat.who()));
    var last = List.copyOf(group.guests()).getLast();
    return new Finding(
        "P-03",
        group.firm() ? Severity.WARNING : Severity.INFO,
        Optional.of(last),
        where,
        group.firm() ? "" : "set",
        Words.cpus(cpus)
            + (cpus.size() == 1 ? " is" : " are")
            + " in the pins of "
            + Words.names(facts, group.guests()),
        "",
        now -> group.firm() ? fixes(now, last, vcpus, cpus) : List.of());
  }

  private static List<Seat> vcpus(Analysis facts, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .flatMap(cpu -> facts.occupancy().seatsOn(cpu).stream())
        .filter(Seat::isVcpu)
        .distinct()
        .toList();
  }

  /// Guests with a choice step aside for the one without; of two guests without, the last one
  /// moves.
  private static List<Fix> fixes(Analysis facts, DomainId last, List<Seat> vcpus, CpuSet cpus) {
    var firmGuests =
        vcpus.stream()
            .filter(seat -> seat.hold().firm())
            .map(seat -> seat.who().domain())
            .distinct()
            .toList();
    var stepAside = stepAside(facts, vcpus, cpus);
    if (firmGuests.size() == 1) {
      return stepAside.stream().toList();
    }
    boolean two = firmGuests.size() == 2 && vcpus.stream().allMatch(seat -> seat.hold().firm());
    if (!two) {
      return List.of();
    }
    var moved =
        vcpus.stream()
            .filter(seat -> seat.who().domain().equals(last))
            .flatMap(seat -> seat.who() instanceof Item.Vcpu v ? Stream.of(v) : Stream.empty())
            .toList();
    return Moves.away(facts, moved, cpus);
  }

  private static Optional<Fix> stepAside(Analysis facts, List<Seat> vcpus, CpuSet cpus) {
    Map<DomainId, Map<Integer, CpuSet>> pins = new LinkedHashMap<>();
    for (var seat : vcpus) {
      if (!seat.hold().firm() && seat.who() instanceof Item.Vcpu(var id, int vcpu)) {
        var rest = seat.cpus().minus(cpus);
        if (rest.isEmpty()) {
          return Optional.empty();
        }
        pins.computeIfAbsent(id, d -> new TreeMap<>()).put(vcpu, rest);
      }
    }
    if (pins.isEmpty()) {
      return Optional.empty();
    }
    String label = "Keep " + Words.names(facts, pins.keySet()) + " off " + Words.cpus(cpus);
    var edits = new ArrayList<Edit>();
    pins.forEach((id, some) -> edits.add(new Edit.PinVcpus(id, some)));
    return Optional.of(new Fix(label, new Edit.Together(label, edits)));
  }
}
