package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.topology.NodeSet;

/// A guest with more cells than host nodes it uses: N-31 where that is one node or none in
/// particular, else N-01.
///
/// Cells without vCPUs, tiers of memory or anchors of devices, do not count.
final class CellsBeyondNodes implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells =
        guest.domain().cells().stream().filter(cell -> !cell.vcpus().isEmpty()).toList();
    if (cells.size() < 2) {
      return Stream.empty();
    }
    var used = NodeSet.EMPTY;
    int placed = 0;
    for (var cell : cells) {
      var nodes = place(guest, cell.id());
      used = used.or(nodes);
      placed += nodes.isEmpty() ? 0 : 1;
    }
    boolean some = placed > 0 && placed < cells.size();
    if (some || used.size() >= cells.size()) {
      return Stream.empty();
    }
    String message =
        "The guest has "
            + cells.size()
            + " cells and is on "
            + (used.isEmpty() ? "no node in particular" : Words.nodes(used));
    boolean several = used.size() > 1;
    return Finding.of(
            several ? "N-01" : "N-31", several ? Severity.WARNING : Severity.INFO, guest, message)
        .at(cells.stream().map(cell -> new Item.Cell(guest.id(), cell.id())).toList())
        .stream();
  }

  private static NodeSet place(GuestFacts guest, int cell) {
    var memory = guest.memoryOf(cell);
    return memory.isEmpty() ? guest.host().nodesOf(guest.cpusOf(cell)) : memory;
  }
}
