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

/// Several cells may take their memory from several nodes, none from its own.
final class CellsWithoutHome implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().numaTune();
    var cells = guest.domain().cells();
    var nodes =
        tune.memory()
            .filter(rule -> rule.mode() != MemoryMode.INTERLEAVE)
            .map(MemoryBinding::nodes)
            .orElse(NodeSet.EMPTY)
            .and(guest.host().nodeSet());
    var open = cells.stream().filter(cell -> !tune.cells().containsKey(cell.id())).toList();
    if (cells.size() < 2 || open.size() < 2 || nodes.size() < 2) {
      return Stream.empty();
    }
    return Finding.of(
        "N-03",
        Severity.WARNING,
        guest,
        (open.size() == cells.size() ? "All " : "")
            + open.size()
            + " cells may come from any of "
            + Words.nodes(nodes))
        .at(open.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
        .fixed(now -> fixes(now, guest, nodes))
        .stream();
  }

  /// Each cell to the node of its vCPUs, else in turn.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, NodeSet nodes) {
    var order = nodes.stream().boxed().toList();
    var mode =
        guest.domain().numaTune().memory().map(MemoryBinding::mode).orElse(MemoryMode.STRICT);
    var edits = new ArrayList<Edit>();
    for (var cell : guest.domain().cells()) {
      int turn = order.get(cell.id() % order.size());
      int node = facts.home(guest.id(), cell.id()).filter(nodes::contains).orElse(turn);
      edits.add(
          new Edit.BindCell(guest.id(), cell.id(), new MemoryBinding(mode, NodeSet.of(node))));
    }
    String label = "Bind each cell of " + guest.guest().name() + " to a node";
    var edit = new Edit.Together(label, edits);
    return Trial.roomy(facts, edit) ? List.of(new Fix(label, edit)) : List.of();
  }
}
