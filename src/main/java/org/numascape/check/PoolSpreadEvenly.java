package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.PagePool;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.topology.PageSize;

/// Pools that are equal on all nodes, as `vm.nr_hugepages` and a plain `hugepages=` leave them,
/// where guests want them unequal: together there are enough, on one node there are not.
final class PoolSpreadEvenly implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.hugePages().all().stream()
        .map(PagePool::size)
        .distinct()
        .sorted()
        .flatMap(size -> examine(facts, size).stream());
  }

  private static Optional<Finding> examine(Analysis facts, PageSize size) {
    var pools = pools(facts, size);
    long all = pools.stream().mapToLong(PagePool::pages).sum();
    long wanted = pools.stream().mapToLong(PagePool::needed).sum();
    var lacking = pools.stream().filter(pool -> certainShortfall(pool) > 0).toList();
    if (pools.size() < 2 || !even(pools) || lacking.isEmpty() || wanted > all) {
      return Optional.empty();
    }
    var first = lacking.getFirst();
    return Optional.of(
        Finding.of(
                "H-03",
                Severity.WARNING,
                "Each of "
                    + pools.size()
                    + " nodes has "
                    + Words.count(first.pages())
                    + " pages of "
                    + size
                    + ", as one number for the whole host spreads them; node "
                    + first.node()
                    + " is "
                    + Words.count(certainShortfall(first))
                    + " short, though together they have enough")
            .titled("spread")
            .at(lacking.stream().map(pool -> new Item.NodeMemory(pool.node())).toList())
            .fixed(now -> fixes(now, size)));
  }

  /// The pools of nodes with memory.
  private static List<PagePool> pools(Analysis facts, PageSize size) {
    return facts.host().nodes().values().stream()
        .filter(node -> node.memoryKib() > 0)
        .flatMap(node ->
            facts
                .hugePages()
                .pool(node.osIndex(), size)
                .or(() -> Optional.of(none(node.osIndex(), size)))
                .stream())
        .toList();
  }

  private static PagePool none(int node, PageSize size) {
    return new PagePool(
        node, size, 0, false, java.util.OptionalLong.empty(), 0, List.of(), List.of());
  }

  /// As the kernel deals pages out: all alike, or the first nodes have one more.
  private static boolean even(List<PagePool> pools) {
    long most = pools.stream().mapToLong(PagePool::pages).max().orElse(0);
    long least = pools.stream().mapToLong(PagePool::pages).min().orElse(0);
    return least > 0 && most - least <= 1;
  }

  /// What is missing for cells that have no other node.
  private static long certainShortfall(PagePool pool) {
    long certain =
        pool.atOnce().stream()
            .filter(need -> !need.share().estimated())
            .mapToLong(PagePool.Need::pages)
            .sum();
    return Math.max(0, certain - pool.forGuests());
  }

  /// Each node gets what is wanted of it, and what is left over is shared out as before.
  private static List<Fix> fixes(Analysis facts, PageSize size) {
    var pools = pools(facts, size);
    long over =
        pools.stream().mapToLong(PagePool::pages).sum()
            - pools.stream().mapToLong(PagePool::needed).sum();
    var edits = new ArrayList<Edit>();
    var words = new ArrayList<String>();
    for (int place = 0; place < pools.size(); place++) {
      var pool = pools.get(place);
      long extra = over / pools.size() + (place < over % pools.size() ? 1 : 0);
      long pages = pool.needed() + extra;
      words.add(Words.count(pages) + " on node " + pool.node());
      edits.add(new Edit.PlanPool(new PoolPlan(pool.node(), size, pages)));
    }
    var edit = new Edit.Together("Plan the pools node by node", edits);
    return Trial.roomy(facts, edit)
        ? List.of(new Fix("Plan " + Words.list(words), edit))
        : List.of();
  }
}
