package org.numascape.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Landing;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// Fixes that move vCPUs to CPUs of their own.
interface Moves {

  /// Moves vCPUs of one guest away from some CPUs (OS indexes) to free ones: nearby in the same
  /// node if possible, best on cores of their own; nothing when there is no room.
  static List<Fix> away(Analysis facts, List<Item.Vcpu> vcpus, CpuSet from) {
    if (vcpus.isEmpty()) {
      return List.of();
    }
    var node = nodeCpus(facts, from);
    return Stream.of(near(facts, vcpus, from, node), Room.landing(facts, vcpus, node))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Room.landing(facts, vcpus, facts.host().usableCpus()))
        .map(landing -> fix(facts, vcpus, landing))
        .stream()
        .toList();
  }

  /// Moves vCPUs to cores that nobody else uses, in the node of these CPUs or else anywhere.
  static List<Fix> apart(Analysis facts, List<Item.Vcpu> vcpus, CpuSet from) {
    return Room.landingApart(facts, vcpus, nodeCpus(facts, from).minus(from))
        .or(() -> Room.landingApart(facts, vcpus, facts.host().usableCpus().minus(from)))
        .map(landing -> fix(facts, vcpus, landing))
        .stream()
        .toList();
  }

  /// The nearest free CPUs on cores that no other guest is held to.
  private static Optional<Landing> near(
      Analysis facts, List<Item.Vcpu> vcpus, CpuSet from, CpuSet node) {
    var id = vcpus.getFirst().domain();
    var candidates =
        facts.occupancy().nearestFirst(from.last(), facts.occupancy().free().and(node)).stream()
            .filter(cpu -> alone(facts, id, cpu))
            .toList();
    if (candidates.size() < vcpus.size()) {
      return Optional.empty();
    }
    Map<Item.Vcpu, CpuSet> pins = new LinkedHashMap<>();
    for (int i = 0; i < vcpus.size(); i++) {
      pins.put(vcpus.get(i), CpuSet.of(candidates.get(i)));
    }
    return Optional.of(new Landing(pins, vcpus.size(), 0, 0, List.of()));
  }

  private static boolean alone(Analysis facts, DomainId id, int cpu) {
    return facts.host().siblings(cpu).stream()
        .boxed()
        .flatMap(sibling -> facts.occupancy().seatsOn(sibling).stream())
        .filter(seat -> seat.hold().firm())
        .allMatch(seat -> seat.who().domain().equals(id));
  }

  private static CpuSet nodeCpus(Analysis facts, CpuSet from) {
    return facts.host().nodesOf(from).stream()
        .mapToObj(facts.host()::cpusOf)
        .reduce(CpuSet.EMPTY, CpuSet::or);
  }

  private static Fix fix(Analysis facts, List<Item.Vcpu> vcpus, Landing landing) {
    var id = vcpus.getFirst().domain();
    var to = landing.pins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
    String label =
        "Move "
            + Words.vcpus(Words.ids(vcpus))
            + " of "
            + Words.name(facts, id)
            + " to "
            + Words.cpus(to);
    return new Fix(label, new Edit.Together(label, new ArrayList<>(landing.edits())));
  }
}
