package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Estimate;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// vCPUs held to one node that find all their memory on another pay for every access: worse than no
/// pins.
///
/// N-02 for a guest with cells, N-04 for one without. Not for interleaved memory, which is spread
/// on purpose, and not where no node is nearer.
final class RemoteMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream().flatMap(cell -> examine(guest, cell).stream());
  }

  private static Optional<Finding> examine(GuestFacts facts, GuestCell cell) {
    var binding =
        facts
            .domain()
            .numaTune()
            .bindingOf(cell.id())
            .filter(rule -> rule.mode() != MemoryMode.INTERLEAVE);
    var nodes = binding.map(MemoryBinding::nodes).orElse(NodeSet.EMPTY).and(facts.host().nodeSet());
    var vcpus = facts.vcpusOf(cell.id());
    var away = new ArrayList<Item.Vcpu>();
    var from = new TreeMap<Integer, Integer>();
    for (var vcpu : vcpus) {
      var places = places(facts, vcpu);
      if (!nodes.isEmpty() && !places.isEmpty() && allRemote(facts, places, nodes)) {
        away.add(vcpu);
        places.stream().forEach(place -> from.merge(place, 1, Integer::sum));
      }
    }
    return away.isEmpty()
        ? Optional.empty()
        : Optional.of(problem(facts, cell, away, away.size() == vcpus.size(), from, nodes));
  }

  private static NodeSet places(GuestFacts facts, Item.Vcpu vcpu) {
    return facts
        .seat(vcpu)
        .filter(seat -> seat.hold().pinned())
        .map(seat -> facts.host().nodesOf(seat.cpus()))
        .orElse(NodeSet.EMPTY);
  }

  private static boolean allRemote(GuestFacts facts, NodeSet places, NodeSet memory) {
    var latency = facts.latency();
    boolean withCpus = memory.stream().noneMatch(node -> facts.host().cpusOf(node).isEmpty());
    return withCpus
        && places.stream()
            .allMatch(place -> memory.stream().allMatch(node -> latency.factor(place, node) > 1));
  }

  private static Finding problem(
      GuestFacts facts,
      GuestCell cell,
      List<Item.Vcpu> away,
      boolean all,
      Map<Integer, Integer> from,
      NodeSet memory) {
    var places = NodeSet.of(from.keySet());
    var where = new ArrayList<Item>();
    where.add(new Item.Cell(facts.id(), cell.id()));
    where.addAll(away);
    memory.stream().forEach(node -> where.add(new Item.NodeMemory(node)));
    var vcpus = Words.ids(away);
    String message =
        Words.vcpus(vcpus)
            + (vcpus.size() == 1 ? " runs on " : " run on ")
            + Words.nodes(places)
            + (vcpus.size() == 1 ? ", its memory is on " : ", their memory is on ")
            + Words.nodes(memory)
            + Words.distance(worst(facts, places, memory));
    return new Finding(
        facts.domain().cells().isEmpty() ? "N-04" : "N-02",
        all ? Severity.ERROR : Severity.WARNING,
        Optional.of(facts.id()),
        where,
        "",
        message,
        factor(facts, places, memory),
        now -> fixes(now, facts.id(), cell, away, all, places, memory));
  }

  private static OptionalInt worst(GuestFacts facts, NodeSet places, NodeSet memory) {
    return pairs(places, memory)
        .flatMap(pair -> facts.host().distances().between(pair[0], pair[1]).stream().boxed())
        .mapToInt(Integer::intValue)
        .max();
  }

  private static String factor(GuestFacts facts, NodeSet places, NodeSet memory) {
    var latency = facts.latency();
    double worst =
        pairs(places, memory).mapToDouble(p -> latency.factor(p[0], p[1])).max().orElse(1);
    return "≈ " + Estimate.times(worst) + ", " + latency.provenance().words();
  }

  private static Stream<int[]> pairs(NodeSet places, NodeSet memory) {
    return places.stream()
        .boxed()
        .flatMap(place -> memory.stream().mapToObj(node -> new int[] {place, node}));
  }

  private static List<Fix> fixes(
      Analysis facts,
      DomainId id,
      GuestCell cell,
      List<Item.Vcpu> away,
      boolean all,
      NodeSet places,
      NodeSet memory) {
    var fixes = new ArrayList<Fix>();
    if (all && places.size() == 1) {
      int node = places.last();
      facts
          .memoryOf(id, cell.id())
          .filter(share -> facts.takes(share, node))
          .map(share -> {
            String label = "Move cell " + cell.id() + " to node " + node;
            var move = Edit.moveCell(facts.design(), id, cell.id(), node);
            return new Fix(label, EmulatorMoves.along(facts, id, label, move));
          })
          .ifPresent(fixes::add);
    }
    memory.stream().boxed().flatMap(node -> follow(facts, away, node).stream()).forEach(fixes::add);
    return fixes;
  }

  private static Optional<Fix> follow(Analysis facts, List<Item.Vcpu> away, int node) {
    return Room.landing(facts, away, facts.host().cpusOf(node))
        .map(landing -> {
          CpuSet vcpus = Words.ids(away);
          String label = "Move " + Words.vcpus(vcpus) + " to node " + node;
          return new Fix(label, new Edit.Together(label, landing.edits()));
        });
  }
}
