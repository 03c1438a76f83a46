package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A cell needs more of its one node than the node has beside what the host needs.
final class CellTooLarge implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.domain().memoryCells().stream()
        .filter(cell -> guest.memoryOf(cell.id()).size() == 1)
        .flatMap(cell -> examine(guest, cell, guest.memoryOf(cell.id()).last()).stream());
  }

  private static Optional<Finding> examine(GuestFacts guest, GuestCell cell, int node) {
    long total = guest.host().node(node).map(NumaNode::memoryKib).orElse(0L);
    if (total == 0 || Fits.memory(guest, node, cell.memoryKib())) {
      return Optional.empty();
    }
    long room = Math.max(0, total - guest.thresholds().reserveKib(total));
    return Optional.of(
        Finding.of(
                "N-14",
                Severity.ERROR,
                guest,
                Words.cell(guest.domain(), cell.id())
                    + " needs "
                    + MemorySize.ofKib(cell.memoryKib())
                    + " of node "
                    + node
                    + ", which has "
                    + MemorySize.ofKib(total)
                    + ", "
                    + MemorySize.ofKib(room)
                    + " beside the host's reserve")
            .at(new Item.Cell(guest.id(), cell.id()), new Item.NodeMemory(node))
            .fixed(now ->
                Room.moveCellTo(
                    now,
                    guest.id(),
                    cell.id(),
                    node,
                    other -> Fits.memory(guest, other, cell.memoryKib()))));
  }
}
