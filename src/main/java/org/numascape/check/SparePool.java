package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.PagePool;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A large part of a node is in pages that no guest of the design wants, beside some that guests do
/// want; pools that nobody uses yet are kept for guests to come.
final class SparePool implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    if (facts.guests().isEmpty() || !facts.hugePages().floating().isEmpty()) {
      return Stream.empty();
    }
    int percent = facts.design().checking().thresholds().sparePoolPercent();
    return facts.hugePages().all().stream()
        .filter(pool -> pool.needed() > 0)
        .filter(pool -> {
          long total = facts.host().node(pool.node()).map(NumaNode::memoryKib).orElse(0L);
          return total > 0 && pool.spare() * pool.size().kib() * 100 > total * percent;
        })
        .map(SparePool::finding);
  }

  private static Finding finding(PagePool pool) {
    return Finding.of(
            "H-13",
            Severity.INFO,
            Words.count(pool.spare())
                + " pages of "
                + pool.size()
                + " on node "
                + pool.node()
                + " ("
                + MemorySize.ofKib(pool.spare() * pool.size().kib())
                + ") are wanted by nobody")
        .at(new Item.NodeMemory(pool.node()))
        .fixed(now ->
            List.of(
                new Fix(
                    "Shrink the pool on node "
                        + pool.node()
                        + " to "
                        + Words.count(pool.needed())
                        + " pages",
                    new Edit.PlanPool(new PoolPlan(pool.node(), pool.size(), pool.needed())))));
  }
}
