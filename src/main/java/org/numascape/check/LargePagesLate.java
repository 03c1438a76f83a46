package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// The plan grows a pool of 1 GiB pages, which a running host may not find in one piece.
final class LargePagesLate implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.design().pools().stream()
        .filter(plan -> plan.size().compareTo(PageSize.ONE_GIB) >= 0)
        .filter(plan -> plan.pages() > now(facts, plan))
        .map(plan ->
            Finding.of(
                    "H-12",
                    Severity.INFO,
                    Words.count(plan.pages() - now(facts, plan))
                        + " pages of "
                        + plan.size()
                        + " more on node "
                        + plan.node()
                        + " may not be found in one piece")
                .at(new Item.NodeMemory(plan.node())));
  }

  private static long now(Analysis facts, PoolPlan plan) {
    return facts.host().node(plan.node()).flatMap(node -> node.pool(plan.size())).stream()
        .mapToLong(HugePagePool::total)
        .sum();
  }
}
