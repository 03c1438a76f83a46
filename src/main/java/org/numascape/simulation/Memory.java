package org.numascape.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.numascape.hypervisor.NodeFree;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// The memory of a simulated host: pools grow as far as free memory reaches and shrink as far as
/// pages are free.
final class Memory {

  private final Map<Integer, List<HugePagePool>> pools = new TreeMap<>();

  Memory(HostTopology host) {
    host.nodes().forEach((id, node) -> pools.put(id, new ArrayList<>(node.pools())));
  }

  /// Pools by node as they are now.
  Map<Integer, List<HugePagePool>> pools() {
    return pools;
  }

  /// What a node has free.
  NodeFree free(NumaNode node, List<PageSize> sizes) {
    var pages =
        pools.getOrDefault(node.osIndex(), List.of()).stream()
            .filter(pool -> sizes.contains(pool.size()))
            .collect(
                Collectors.toMap(HugePagePool::size, pool -> pool.free().orElse(pool.total())));
    return new NodeFree(node.osIndex(), freeKib(node), pages);
  }

  private long freeKib(NumaNode node) {
    long atFirst = node.freeKib().orElse(node.memoryKib() - kib(node.pools()));
    long grown = kib(pools.getOrDefault(node.osIndex(), List.of())) - kib(node.pools());
    return Math.max(0, atFirst - grown);
  }

  private static long kib(List<HugePagePool> pools) {
    return pools.stream().mapToLong(pool -> pool.total() * pool.size().kib()).sum();
  }

  /// Sets a pool to `wanted` pages or as near as it gets, and tells what it holds then.
  long set(NumaNode node, HugePagePool pool, long wanted) {
    long used = pool.total() - pool.free().orElse(pool.total());
    long most = pool.total() + freeKib(node) / pool.size().kib();
    long total = Math.clamp(wanted, Math.min(used, most), most);
    var list = pools.getOrDefault(node.osIndex(), new ArrayList<>());
    list.replaceAll(old ->
        old.size().equals(pool.size())
            ? new HugePagePool(pool.size(), total, OptionalLong.of(total - used))
            : old);
    return total;
  }

  /// A node's pool of one page size as it is now: empty where the host has no pages of that size at
  /// all.
  Optional<HugePagePool> pool(int node, PageSize size) {
    var list = pools.get(node);
    if (list == null || !sizes().contains(size)) {
      return Optional.empty();
    }
    if (list.stream().noneMatch(pool -> pool.size().equals(size))) {
      list.add(new HugePagePool(size, 0, OptionalLong.of(0)));
    }
    return list.stream().filter(pool -> pool.size().equals(size)).findFirst();
  }

  /// Those of any node, and those of every x86 host.
  private Set<PageSize> sizes() {
    var sizes = new HashSet<>(List.of(PageSize.TWO_MIB, PageSize.ONE_GIB));
    pools.values().forEach(list -> list.forEach(pool -> sizes.add(pool.size())));
    return sizes;
  }
}
