package org.numascape.check;

import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.topology.NumaNode;

/// Nodes with CPUs differ in memory by more than what a node keeps for the host: modules are
/// missing, or memory channels are filled unevenly.
final class UnequalNodes implements DesignCheck {

  private static final double GIB = 1_048_576;

  @Override
  public Stream<Finding> examine(Analysis facts) {
    var nodes =
        facts.host().nodes().values().stream()
            .filter(node -> node.memoryKib() > 0 && !facts.host().cpusOf(node.osIndex()).isEmpty())
            .toList();
    LongSummaryStatistics sizes =
        nodes.stream().collect(Collectors.summarizingLong(NumaNode::memoryKib));
    var thresholds = facts.design().checking().thresholds();
    if (nodes.size() < 2
        || sizes.getMax() - sizes.getMin() <= thresholds.reserveKib(sizes.getMax())) {
      return Stream.empty();
    }
    String told =
        nodes.stream()
            .map(node -> "node %d %.0f GiB".formatted(node.osIndex(), node.memoryKib() / GIB))
            .collect(Collectors.joining(", "));
    return Finding.of("S-15", Severity.INFO, "The nodes have unequal memory: " + told)
        .at(nodes.stream().map(node -> (Item) new Item.NodeMemory(node.osIndex())).toList())
        .stream();
  }
}
