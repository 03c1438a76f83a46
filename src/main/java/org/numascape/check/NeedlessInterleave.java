package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

/// Memory is spread over nodes although the guest fits one and its vCPUs are on one.
final class NeedlessInterleave implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var spread =
        guest.domain().memoryCells().stream()
            .filter(cell ->
                guest
                    .domain()
                    .numaTune()
                    .bindingOf(cell.id())
                    .filter(rule -> rule.mode() == MemoryMode.INTERLEAVE)
                    .isPresent())
            .filter(cell -> guest.memoryOf(cell.id()).size() > 1)
            .toList();
    if (spread.isEmpty() || guest.reach().cpuNodes().size() > 1 || !Fits.oneNode(guest)) {
      return Stream.empty();
    }
    var nodes = guest.memoryOf(spread.getFirst().id());
    return Finding.of(
        "N-19",
        Severity.WARNING,
        guest,
        "Its memory is interleaved over "
            + Words.nodes(nodes)
            + ", one access in "
            + nodes.size()
            + " is local; it would fit one node")
        .at(spread.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
        .fixed(now -> fixes(now, guest, nodes))
        .stream();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest, NodeSet nodes) {
    var home = guest.reach().cpuNodes().isEmpty() ? nodes : guest.reach().cpuNodes();
    return home.stream()
        .boxed()
        .map(node -> {
          var edits = new ArrayList<Edit>();
          for (var cell : guest.domain().memoryCells()) {
            edits.add(
                new Edit.BindCell(
                    guest.id(), cell.id(), new MemoryBinding(MemoryMode.STRICT, NodeSet.of(node))));
          }
          String label = "Bind the memory of " + guest.guest().name() + " to node " + node;
          return new Fix(label, new Edit.Together(label, edits));
        })
        .filter(fix -> Trial.roomy(facts, fix.edit()))
        .limit(1)
        .toList();
  }
}
