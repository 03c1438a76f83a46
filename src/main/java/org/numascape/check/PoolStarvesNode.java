package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.NodeMemory;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.topology.MemorySize;

/// The huge pages of a node take nearly all its memory.
final class PoolStarvesNode implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    int percent = facts.design().checking().thresholds().poolPercent();
    return facts.memory().nodes().values().stream()
        .filter(node -> node.totalKib() > 0)
        .filter(node -> pools(node) * 100 > node.totalKib() * percent)
        .map(node ->
            Finding.of(
                    "H-14",
                    Severity.WARNING,
                    "The pools of node "
                        + node.node()
                        + " take "
                        + MemorySize.ofKib(pools(node))
                        + " of "
                        + MemorySize.ofKib(node.totalKib()))
                .at(new Item.NodeMemory(node.node()))
                .fixed(now -> fixes(now, node, percent)));
  }

  private static long pools(NodeMemory node) {
    return node.pools().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Lowers the pool with most pages to spare to what leaves enough; nothing where guests want it.
  private static List<Fix> fixes(Analysis facts, NodeMemory node, int percent) {
    long over = pools(node) - node.totalKib() / 100 * percent;
    return facts.hugePages().on(node.node()).stream()
        .filter(pool -> pool.spare() * pool.size().kib() >= over)
        .map(pool -> {
          long pages = pool.pages() - pool.size().pagesFor(over);
          return new Fix(
              "Shrink the pool on node " + node.node() + " to " + Words.count(pages) + " pages",
              new Edit.PlanPool(new PoolPlan(node.node(), pool.size(), pages)));
        })
        .limit(1)
        .toList();
  }
}
