package org.numascape.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Item;
import org.numascape.domain.GuestCell;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// Cells with different amounts of memory for each vCPU on a host whose nodes are equal.
final class UnequalCells implements GuestCheck {

  private static final double TOLERANCE = 1.1;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var cells =
        guest.domain().memoryCells().stream()
            .filter(cell -> !cell.vcpus().isEmpty() && cell.memoryKib() > 0)
            .toList();
    if (cells.size() < 2 || !even(guest.host())) {
      return Stream.empty();
    }
    var order = Comparator.comparingDouble(UnequalCells::perVcpu);
    var least = Collections.min(cells, order);
    var most = Collections.max(cells, order);
    if (perVcpu(most) <= TOLERANCE * perVcpu(least)) {
      return Stream.empty();
    }
    return Finding.of(
        "N-11",
        Severity.INFO,
        guest,
        "Cell "
            + most.id()
            + " has "
            + MemorySize.ofKib((long) perVcpu(most))
            + " for each vCPU, cell "
            + least.id()
            + " "
            + MemorySize.ofKib((long) perVcpu(least)))
        .at(new Item.Cell(guest.id(), least.id()), new Item.Cell(guest.id(), most.id()))
        .fixed(now ->
            Trial.fix(
                now,
                guest.id(),
                "N-11",
                "Make the cells of " + guest.guest().name() + " alike",
                List.of(new CellEdit.Equalise(guest.id()))))
        .stream();
  }

  private static double perVcpu(GuestCell cell) {
    return (double) cell.memoryKib() / cell.vcpus().size();
  }

  private static boolean even(HostTopology host) {
    var sizes =
        host.nodes().values().stream()
            .filter(node -> !node.cpus().isEmpty())
            .mapToDouble(NumaNode::memoryKib)
            .summaryStatistics();
    return sizes.getMin() > 0 && sizes.getMax() <= TOLERANCE * sizes.getMin();
  }
}
