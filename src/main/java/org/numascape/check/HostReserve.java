package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.NodeMemory;
import org.numascape.design.Item;
import org.numascape.design.Lane;
import org.numascape.topology.MemorySize;

/// Guests and pools leave less of a node than the host should keep.
final class HostReserve implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.memory().nodes().values().stream()
        .filter(node -> node.committedKib() > node.keptKib() && node.overKib() == 0)
        .filter(node -> left(facts, node) < reserve(facts, node.totalKib()))
        .map(node -> finding(facts, node));
  }

  /// What nobody wants, and what the host's own lane keeps.
  private static long left(Analysis facts, NodeMemory node) {
    long own =
        facts.design().lane(Lane.HOST).map(Lane::memoryKib).stream()
            .mapToLong(kept -> kept.getOrDefault(node.node(), 0L))
            .sum();
    return node.totalKib() - node.committedKib() + own;
  }

  private static long reserve(Analysis facts, long total) {
    return facts.design().checking().thresholds().reserveKib(total);
  }

  private static Finding finding(Analysis facts, NodeMemory node) {
    var where = new ArrayList<Item>();
    where.add(new Item.NodeMemory(node.node()));
    node.shares().forEach(share -> where.add(new Item.Cell(share.domain(), share.cell())));
    return Finding.of(
            "N-16",
            Severity.WARNING,
            "Node "
                + node.node()
                + " keeps "
                + MemorySize.ofKib(left(facts, node))
                + " of "
                + MemorySize.ofKib(node.totalKib())
                + " for the host, "
                + MemorySize.ofKib(reserve(facts, node.totalKib()))
                + " are advised")
        .at(where)
        .fixed(now -> fixes(now, node));
  }

  private static List<Fix> fixes(Analysis facts, NodeMemory node) {
    long missing = reserve(facts, node.totalKib()) - left(facts, node);
    return node.atOnce().stream()
        .filter(share -> !share.estimated() && share.pages().isEmpty() && share.kib() >= missing)
        .sorted(Comparator.comparingLong(MemoryShare::kib))
        .flatMap(share ->
            Room.moveCellTo(
                facts,
                share.domain(),
                share.cell(),
                node.node(),
                other -> keeps(facts, share, other))
                .stream())
        .limit(1)
        .toList();
  }

  private static boolean keeps(Analysis facts, MemoryShare share, int node) {
    return facts.memory().node(node).stream()
        .anyMatch(it -> left(facts, it) - share.kib() >= reserve(facts, it.totalKib()));
  }
}
