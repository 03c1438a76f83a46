package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// How many huge pages of each size a node has in its pool.
final class Pools implements Aspect {

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    return before.nodes().values().stream()
        .flatMap(node ->
            after.node(node.osIndex()).stream().flatMap(other -> compare(node, other).stream()));
  }

  private static List<Difference> compare(NumaNode then, NumaNode now) {
    var sizes = new TreeSet<PageSize>();
    Stream.of(then, now)
        .flatMap(node -> node.pools().stream())
        .map(HugePagePool::size)
        .forEach(sizes::add);
    var differences = new ArrayList<Difference>();
    for (var size : sizes) {
      long old = pages(then, size);
      long fresh = pages(now, size);
      if (old != fresh) {
        differences.add(
            new Difference(
                Topic.PAGES,
                fresh < old ? Weight.DECISIVE : Weight.NOTABLE,
                "pages of " + size + " on node " + then.osIndex(),
                words(old, size),
                words(fresh, size),
                List.of(then.id()),
                List.of(now.id())));
      }
    }
    return differences;
  }

  private static long pages(NumaNode node, PageSize size) {
    return node.pool(size).map(HugePagePool::total).orElse(0L);
  }

  private static String words(long pages, PageSize size) {
    return pages == 0
        ? Difference.NONE
        : Words.count(pages) + " (" + MemorySize.ofKib(pages * size.kib()) + ")";
  }
}
