package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.Core;
import org.numascape.topology.CpuSet;

/// Two guests hold threads of one core. Vcpus on the same thread are `SharedCpuAcrossDomains`'
/// business.
final class SharedSiblings implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var groups = new LinkedHashMap<Set<DomainId>, List<Core>>();
    for (var core : busyCores(facts)) {
      var guests = new LinkedHashSet<DomainId>();
      core.cpus().stream()
          .forEach(cpu -> facts.occupancy().vcpusOn(cpu).forEach(v -> guests.add(v.domain())));
      if (facts.meet(guests) && onDifferentThreads(facts, core, guests)) {
        groups.computeIfAbsent(guests, g -> new ArrayList<>()).add(core);
      }
    }
    return groups.entrySet().stream()
        .map(found -> problem(facts, found.getKey(), found.getValue()));
  }

  /// Cores that vCPUs of more than one guest are pinned to, in the order of their CPUs.
  private static List<Core> busyCores(Analysis facts) {
    var found = new ArrayList<Core>();
    for (int cpu : facts.occupancy().taken().stream().toArray()) {
      var core = facts.host().siblings(cpu);
      boolean lowest = core.and(facts.occupancy().taken()).first().orElse(cpu) == cpu;
      if (core.size() > 1 && lowest && severalGuests(facts, core)) {
        facts.host().around(cpu, Core.class).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean severalGuests(Analysis facts, CpuSet core) {
    var first = Optional.<DomainId>empty();
    for (int cpu : core.stream().toArray()) {
      for (var seat : facts.occupancy().seatsOn(cpu)) {
        var id = Optional.of(seat.who().domain());
        if (seat.isVcpu() && first.isPresent() && !first.equals(id)) {
          return true;
        }
        first = seat.isVcpu() ? id : first;
      }
    }
    return false;
  }

  private static boolean onDifferentThreads(Analysis facts, Core core, Set<DomainId> guests) {
    return core.cpus().stream()
        .mapToObj(cpu ->
            facts.occupancy().vcpusOn(cpu).stream().map(Item.Vcpu::domain).distinct().count())
        .allMatch(count -> count < guests.size());
  }

  private static Finding problem(Analysis facts, Set<DomainId> guests, List<Core> cores) {
    var cpus = cores.stream().map(Core::cpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var vcpus =
        cpus.stream().boxed().flatMap(cpu -> facts.occupancy().vcpusOn(cpu).stream()).toList();
    var where = new ArrayList<Item>();
    cores.forEach(core -> where.add(new Item.OnHost(core.id())));
    where.addAll(vcpus);
    var inOrder =
        facts.design().guests().stream().map(g -> g.id()).filter(guests::contains).toList();
    var last = inOrder.getLast();
    var moved = vcpus.stream().filter(vcpu -> vcpu.domain().equals(last)).toList();
    return new Finding(
        "P-04",
        Severity.WARNING,
        Optional.of(last),
        where,
        "",
        Words.names(facts, inOrder)
            + " hold threads of the same "
            + (cores.size() == 1 ? "core" : cores.size() + " cores")
            + " ("
            + Words.cpus(cpus)
            + ")",
        "",
        now -> inOrder.size() == 2 ? Moves.apart(now, moved, cpus) : List.of());
  }
}
