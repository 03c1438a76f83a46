package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.Seat;
import org.numascape.design.Edit;
import org.numascape.design.Item;

/// Fixes that bring a whole guest to one node.
interface Pull {

  /// Moves all vCPUs and all memory of a guest to the best node with room for both: rather where
  /// its memory is, then where most of its vCPUs are, then nearby; nothing when there is none.
  static List<Fix> toOneNode(Analysis facts, GuestFacts guest) {
    return order(facts, guest).stream()
        .flatMap(node -> to(facts, guest, node).stream())
        .limit(1)
        .toList();
  }

  /// Moves all vCPUs and all memory of a guest to a node (OS index), if it has room.
  static Optional<Fix> to(Analysis facts, GuestFacts guest, int node) {
    var vcpus = guest.vcpus().stream().map(Seat::who).map(Item.Vcpu.class::cast).toList();
    var landing = Room.landing(facts, vcpus, facts.host().cpusOf(node));
    if (landing.isEmpty()) {
      return Optional.empty();
    }
    var edits = new ArrayList<Edit>(landing.get().edits());
    for (var cell : guest.domain().memoryCells()) {
      edits.add(Edit.moveCell(facts.design(), guest.id(), cell.id(), node));
    }
    String label = "Pull " + guest.guest().name() + " to node " + node;
    var edit = EmulatorMoves.along(facts, guest.id(), label, new Edit.Together(label, edits));
    return Trial.roomy(facts, edit) ? Optional.of(new Fix(label, edit)) : Optional.empty();
  }

  private static List<Integer> order(Analysis facts, GuestFacts guest) {
    var counts = new HashMap<Integer, Integer>();
    guest.vcpus().stream()
        .filter(seat -> seat.hold().pinned())
        .flatMapToInt(seat -> facts.host().nodesOf(seat.cpus()).stream())
        .forEach(node -> counts.merge(node, 1, Integer::sum));
    var memory = guest.reach().memoryNodes();
    int from = memory.first().orElse(guest.reach().cpuNodes().first().orElse(0));
    return Room.nearestNodes(facts, from).stream()
        .sorted(
            Comparator.comparing((Integer node) -> !memory.contains(node))
                .thenComparingInt(node -> -counts.getOrDefault(node, 0)))
        .toList();
  }
}
