package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Edit;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

/// A cell is bound to a node that the common nodeset does not name.
final class CommonRuleTooNarrow implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var tune = guest.domain().numaTune();
    var common = tune.memory().map(MemoryBinding::nodes).orElse(NodeSet.EMPTY);
    var own =
        tune.cells().values().stream().map(MemoryBinding::nodes).reduce(NodeSet.EMPTY, NodeSet::or);
    var outside = own.minus(common);
    if (common.isEmpty() || outside.isEmpty()) {
      return Stream.empty();
    }
    return Finding.of(
        "N-34",
        Severity.WARNING,
        guest,
        "Cells are bound to "
            + Words.nodes(outside)
            + ", the common rule names "
            + Words.nodes(common))
        .fixed(now -> fixes(guest))
        .stream();
  }

  /// Binding a cell again as it is widens the common rule.
  private static List<Fix> fixes(GuestFacts guest) {
    var first = guest.domain().numaTune().cells().entrySet().iterator().next();
    return List.of(
        new Fix(
            "Let the common rule cover all cells",
            new Edit.BindCell(guest.id(), first.getKey(), first.getValue())));
  }
}
