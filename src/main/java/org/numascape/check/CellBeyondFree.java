package org.numascape.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.domain.PageBacking;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A cell of a guest that does not run needs more normal pages than its node has free now.
final class CellBeyondFree implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    if (guest.guest().state().active()) {
      return Stream.empty();
    }
    return guest.domain().memoryCells().stream()
        .filter(cell -> guest.memoryOf(cell.id()).size() == 1)
        .filter(cell -> guest.domain().pagesOf(cell.id()) instanceof PageBacking.Normal)
        .flatMap(cell -> examine(guest, cell, guest.memoryOf(cell.id()).last()).stream());
  }

  private static Optional<Finding> examine(GuestFacts guest, GuestCell cell, int node) {
    long free = free(guest, node);
    if (cell.memoryKib() <= free || !Fits.memory(guest, node, cell.memoryKib())) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                "N-15",
                Severity.WARNING,
                guest,
                Words.cell(guest.domain(), cell.id())
                    + " needs "
                    + MemorySize.ofKib(cell.memoryKib())
                    + ", node "
                    + node
                    + " has "
                    + MemorySize.ofKib(free)
                    + " free now")
            .at(new Item.Cell(guest.id(), cell.id()), new Item.NodeMemory(node))
            .fixed(now ->
                Room.moveCellTo(
                    now,
                    guest.id(),
                    cell.id(),
                    node,
                    other ->
                        cell.memoryKib() <= free(guest, other)
                            && Fits.memory(guest, other, cell.memoryKib()))));
  }

  /// Everything where the source does not tell.
  private static long free(GuestFacts guest, int node) {
    return guest
        .host()
        .node(node)
        .map(NumaNode::freeKib)
        .orElse(OptionalLong.empty())
        .orElse(Long.MAX_VALUE);
  }
}
