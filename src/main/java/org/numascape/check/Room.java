package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Landing;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.Seat;
import org.numascape.analysis.Spread;
import org.numascape.analysis.ThreadPolicy;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NumaNode;

/// Looks for places where what a fix moves fits without a new problem.
interface Room {

  /// The vCPUs of a cell that are plugged in or pinned.
  static List<Item.Vcpu> vcpus(Analysis facts, DomainId id, int cell) {
    return facts.guest(id).map(guest -> guest.vcpusOf(cell)).orElse(List.of());
  }

  /// Where these vCPUs fit on some CPUs: on whole free cores if they can, else on any free CPU;
  /// empty when they would have to share.
  static Optional<Landing> landing(Analysis facts, List<Item.Vcpu> vcpus, CpuSet below) {
    if (vcpus.isEmpty()) {
      return Optional.empty();
    }
    var policy =
        facts
            .design()
            .guest(vcpus.getFirst().domain())
            .map(guest -> ThreadPolicy.of(facts.host(), guest))
            .orElse(ThreadPolicy.SIBLINGS_TOGETHER);
    return Stream.of(below.and(facts.occupancy().freeCores()), below)
        .map(cpus -> Spread.onto(facts, vcpus, cpus, policy))
        .filter(Landing::fits)
        .findFirst();
  }

  /// Where these vCPUs fit on whole free cores; empty when they do not.
  static Optional<Landing> landingApart(Analysis facts, List<Item.Vcpu> vcpus, CpuSet below) {
    return landing(facts, vcpus, below.and(facts.occupancy().freeCores()));
  }

  /// Moves a cell's memory to the nearest other node with room for it, and its vCPUs along with it.
  static Optional<Fix> moveCell(Analysis facts, MemoryShare share, int from) {
    var id = share.domain();
    int cell = share.cell();
    var vcpus = vcpus(facts, id, cell);
    return nearestNodes(facts, from).stream()
        .filter(node -> node != from && facts.takes(share, node))
        .flatMap(node -> along(facts, vcpus, share, node).stream())
        .findFirst();
  }

  /// Moves a cell's memory, and its vCPUs along with it, to the nearest other node that suits and
  /// has room.
  static List<Fix> moveCellTo(
      Analysis facts, DomainId id, int cell, int from, Predicate<Integer> suits) {
    return facts.memoryOf(id, cell).stream()
        .flatMap(share ->
            nearestNodes(facts, from).stream()
                .filter(node -> node != from && suits.test(node) && facts.takes(share, node))
                .flatMap(node -> along(facts, vcpus(facts, id, cell), share, node).stream()))
        .limit(1)
        .toList();
  }

  private static Optional<Fix> along(
      Analysis facts, List<Item.Vcpu> vcpus, MemoryShare share, int node) {
    var id = share.domain();
    boolean pinned =
        vcpus.stream()
            .flatMap(vcpu -> facts.occupancy().seat(vcpu).stream())
            .anyMatch((Seat seat) -> seat.hold().pinned());
    var bind = Edit.moveCell(facts.design(), id, share.cell(), node);
    var what = "cell " + share.cell() + " of " + Words.name(facts, id);
    if (!pinned) {
      var label = "Move " + what + " to node " + node;
      return Optional.of(new Fix(label, EmulatorMoves.along(facts, id, label, bind)));
    }
    return landing(facts, vcpus, facts.host().cpusOf(node))
        .map(landing -> {
          var label = "Move " + what + " and its vCPUs to node " + node;
          var edits = new ArrayList<>(landing.edits());
          edits.add(bind);
          var both = new Edit.Together(label, edits);
          return new Fix(label, EmulatorMoves.along(facts, id, label, both));
        });
  }

  /// Every node with CPUs and memory, nearest to one of them first.
  static List<Integer> nearestNodes(Analysis facts, int from) {
    return facts.host().nodes().values().stream()
        .filter(node -> node.memoryKib() > 0 && !node.cpus().isEmpty())
        .map(NumaNode::osIndex)
        .sorted(
            Comparator.comparingInt((Integer node) ->
                facts.host().distances().between(from, node).orElse(Integer.MAX_VALUE)))
        .toList();
  }
}
