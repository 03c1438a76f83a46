package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

/// Memory is bound to a node the host has not got. One problem for each guest.
final class NodeOutsideHost implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().numaTune();
    var named =
        Stream.concat(tune.memory().stream(), tune.cells().values().stream())
            .map(MemoryBinding::nodes)
            .reduce(NodeSet.EMPTY, NodeSet::or);
    var absent = named.minus(guest.host().nodeSet());
    return absent.isEmpty() ? Stream.empty() : Stream.of(problem(guest, absent));
  }

  private static Finding problem(GuestFacts facts, NodeSet absent) {
    var wrong = wrongCells(facts.guest(), absent);
    var where = new ArrayList<Item>();
    wrong.forEach(cell -> where.add(new Item.Cell(facts.id(), cell)));
    return new Finding(
        "N-28",
        Severity.ERROR,
        Optional.of(facts.id()),
        where,
        "",
        "Memory is bound to "
            + Words.nodes(absent)
            + ", this host has "
            + Words.nodes(facts.host().nodeSet()),
        "",
        now -> fixes(now, facts.guest(), wrong));
  }

  /// Cells whose own rule, or the common one they follow, names such a node; the first cell when
  /// only the common rule does and nobody follows it, for binding any cell writes that rule anew.
  private static List<Integer> wrongCells(Guest guest, NodeSet absent) {
    var cells = guest.wanted().memoryCells();
    var tune = guest.wanted().numaTune();
    var wrong =
        cells.stream()
            .map(cell -> cell.id())
            .filter(
                cell -> tune.bindingOf(cell).filter(r -> r.nodes().intersects(absent)).isPresent())
            .toList();
    return wrong.isEmpty() ? List.of(cells.getFirst().id()) : wrong;
  }

  private static List<Fix> fixes(Analysis facts, Guest guest, List<Integer> wrong) {
    var edits = new ArrayList<Edit>();
    for (int cell : wrong) {
      var rule = guest.wanted().numaTune().bindingOf(cell);
      var left = rule.map(MemoryBinding::nodes).orElse(NodeSet.EMPTY).and(facts.host().nodeSet());
      var nodes = left.isEmpty() ? replacement(facts, guest, cell) : left;
      if (rule.isEmpty() || nodes.isEmpty()) {
        return List.of();
      }
      edits.add(new Edit.BindCell(guest.id(), cell, new MemoryBinding(rule.get().mode(), nodes)));
    }
    String label = "Bind the memory of " + guest.name() + " to nodes of this host";
    return List.of(new Fix(label, new Edit.Together(label, edits)));
  }

  /// The node the cell's vCPUs are on, else the first with enough memory left.
  private static NodeSet replacement(Analysis facts, Guest guest, int cell) {
    var home = facts.home(guest.id(), cell);
    if (home.isPresent()) {
      return NodeSet.of(home.get());
    }
    OptionalInt roomy =
        facts.memory().floating().stream()
            .filter(share -> share.domain().equals(guest.id()) && share.cell() == cell)
            .flatMap(share ->
                facts.memory().nodes().keySet().stream().filter(node -> facts.takes(share, node)))
            .mapToInt(Integer::intValue)
            .findFirst();
    return roomy.isPresent() ? NodeSet.of(roomy.getAsInt()) : NodeSet.EMPTY;
  }
}
