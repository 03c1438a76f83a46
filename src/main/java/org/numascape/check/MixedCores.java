package org.numascape.check;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// vCPUs on cores of different speed.
final class MixedCores implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var host = guest.host();
    if (host.facts().cpuKinds().size() < 2) {
      return Stream.empty();
    }
    var byKind = new TreeMap<Integer, CpuSet>();
    guest.reach().cpus().stream()
        .forEach(cpu ->
            host.facts()
                .cpuKind(cpu)
                .ifPresent(kind -> byKind.merge(kind, CpuSet.of(cpu), CpuSet::or)));
    if (byKind.size() < 2) {
      return Stream.empty();
    }
    var vcpus = guest.vcpus().stream().map(seat -> (Item.Vcpu) seat.who()).toList();
    String kinds =
        byKind.entrySet().stream()
            .map(kind -> name(host, kind.getKey()) + " (" + Words.cpus(kind.getValue()) + ")")
            .collect(Collectors.joining(" and "));
    return Finding.of("P-14", Severity.WARNING, guest, "The vCPUs are on cores of type " + kinds)
        .at(vcpus)
        .fixed(now -> fixes(now, guest, vcpus))
        .stream();
  }

  private static String name(HostTopology host, int kind) {
    return host.facts().cpuKinds().get(kind).coreType().orElse(Integer.toString(kind));
  }

  /// The fastest cores first.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, List<Item.Vcpu> vcpus) {
    var kinds = facts.host().facts().cpuKinds().reversed();
    return kinds.stream()
        .flatMap(kind ->
            Room.landing(facts, vcpus, kind.cpus()).stream()
                .map(landing -> {
                  String label =
                      "Move "
                          + guest.guest().name()
                          + " to cores of one type, "
                          + Words.cpus(kind.cpus());
                  return new Fix(label, new Edit.Together(label, landing.edits()));
                }))
        .toList();
  }
}
