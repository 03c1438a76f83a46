package org.numascape.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.NodeMemory;
import org.numascape.design.Item;
import org.numascape.topology.MemorySize;

/// Guests that start with the host want more memory of a node than it has: whoever starts last
/// fails.
final class AutostartLottery implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.memory().nodes().values().stream().flatMap(node -> examine(facts, node).stream());
  }

  private static Optional<Finding> examine(Analysis facts, NodeMemory node) {
    var shares =
        node.of(id -> facts.guest(id).filter(guest -> guest.guest().autostart()).isPresent())
            .atOnce();
    long kib = shares.stream().mapToLong(MemoryShare::kib).sum();
    var guests = shares.stream().map(MemoryShare::domain).distinct().toList();
    return kib <= node.totalKib() || guests.size() < 2
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "L-10",
                    Severity.WARNING,
                    Words.names(facts, guests)
                        + " start with the host and want "
                        + MemorySize.ofKib(kib)
                        + " of node "
                        + node.node()
                        + ", which has "
                        + MemorySize.ofKib(node.totalKib()))
                .at(shares.stream().map(s -> new Item.Cell(s.domain(), s.cell())).toList())
                .fixed(now ->
                    Room.moveCellTo(
                        now,
                        shares.getLast().domain(),
                        shares.getLast().cell(),
                        node.node(),
                        other -> true)));
  }
}
