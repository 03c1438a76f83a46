package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Pu;

/// Two vCPUs of a guest on one host CPU wait for each other.
///
/// Only pins to exactly one CPU count: both vCPUs of a guest core held to the same pair of siblings
/// float in the core, and that is a good pattern.
final class SharedCpuInDomain implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.occupancy().crowded().entrySet().stream()
        .flatMap(crowd ->
            byGuest(crowd.getValue()).values().stream()
                .filter(vcpus -> vcpus.size() > 1)
                .map(vcpus -> problem(facts, crowd.getKey(), vcpus)));
  }

  private static Map<DomainId, List<Item.Vcpu>> byGuest(List<Item.Vcpu> vcpus) {
    var found = new LinkedHashMap<DomainId, List<Item.Vcpu>>();
    vcpus.forEach(vcpu -> found.computeIfAbsent(vcpu.domain(), d -> new ArrayList<>()).add(vcpu));
    return found;
  }

  private static Finding problem(Analysis facts, int cpu, List<Item.Vcpu> vcpus) {
    var id = vcpus.getFirst().domain();
    var where = new ArrayList<Item>(vcpus);
    facts.host().pu(cpu).map(Pu::id).map(Item.OnHost::new).ifPresent(where::add);
    boolean dedicated = facts.guestClass(id) != GuestClass.SHARED;
    return new Finding(
        "P-02",
        dedicated ? Severity.ERROR : Severity.WARNING,
        Optional.of(id),
        where,
        "",
        "vCPUs " + Words.ids(vcpus) + " are pinned to the same CPU " + cpu,
        "",
        now -> Moves.away(now, vcpus.subList(1, vcpus.size()), CpuSet.of(cpu)));
  }
}
