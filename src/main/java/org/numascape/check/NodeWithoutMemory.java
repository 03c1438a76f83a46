package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

/// vCPUs are pinned to CPUs of a node that has no memory.
final class NodeWithoutMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var host = guest.host();
    boolean told = host.nodes().values().stream().anyMatch(node -> node.memoryKib() > 0);
    var vcpus =
        guest.vcpus().stream()
            .filter(seat -> seat.hold().pinned())
            .filter(seat -> {
              var nodes = host.nodesOf(seat.cpus());
              return !nodes.isEmpty()
                  && nodes.stream()
                      .allMatch(
                          node -> host.node(node).filter(n -> n.memoryKib() == 0).isPresent());
            })
            .map(seat -> (Item.Vcpu) seat.who())
            .toList();
    if (!told || vcpus.isEmpty()) {
      return Stream.empty();
    }
    var cpus =
        vcpus.stream()
            .flatMap(vcpu -> guest.seat(vcpu).stream())
            .map(Seat::cpus)
            .reduce(CpuSet.EMPTY, CpuSet::or);
    return Finding.of(
        "N-27",
        Severity.WARNING,
        guest,
        Words.vcpus(Words.ids(vcpus))
            + (vcpus.size() == 1 ? " is" : " are")
            + " on "
            + Words.nodes(host.nodesOf(cpus))
            + ", which has no memory")
        .at(vcpus)
        .fixed(now -> fixes(now, vcpus, host.nodesOf(cpus).last()))
        .stream();
  }

  private static List<Fix> fixes(Analysis facts, List<Item.Vcpu> vcpus, int from) {
    return Room.nearestNodes(facts, from).stream()
        .flatMap(node ->
            Room.landing(facts, vcpus, facts.host().cpusOf(node)).stream()
                .map(landing -> {
                  String label = "Move " + Words.vcpus(Words.ids(vcpus)) + " to node " + node;
                  return new Fix(label, new Edit.Together(label, landing.edits()));
                }))
        .limit(1)
        .toList();
  }
}
