package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.numascape.design.Design;
import org.numascape.design.Lane;
import org.numascape.design.PoolPlan;
import org.numascape.domain.PageBacking;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// Huge pages node by node and size by size.
///
/// What is compared: all guests of the design, running or not, against the whole pool (planned,
/// else the host's). Running guests hold pages already, which is why the pool's free pages are told
/// but not compared.
///
/// @param defaultSize what `hugepages` without a size means on this host: 2 MiB where it has such a
///   pool, else its smallest huge page; 2 MiB where it tells of none. The kernel's
///   `default_hugepagesz` would say, no source of ours tells it.
/// @param pools by node, then size; only where there is a pool or somebody wants pages
/// @param floating pages wanted by cells that are bound to no node, by size
public record HugePageBudget(
    PageSize defaultSize,
    Map<Integer, Map<PageSize, PagePool>> pools,
    Map<PageSize, List<PagePool.Need>> floating) {

  /// Copies the collections.
  public HugePageBudget {
    var copy = new TreeMap<Integer, Map<PageSize, PagePool>>();
    pools.forEach(
        (node, sizes) -> copy.put(node, Collections.unmodifiableMap(new TreeMap<>(sizes))));
    pools = Collections.unmodifiableMap(copy);
    floating = Collections.unmodifiableMap(new TreeMap<>(floating));
  }

  /// The pools of one node, smallest pages first; empty where it has none and nobody wants any.
  public List<PagePool> on(int node) {
    return List.copyOf(pools.getOrDefault(node, Map.of()).values());
  }

  /// The pool of one size on one node.
  public Optional<PagePool> pool(int node, PageSize size) {
    return Optional.ofNullable(pools.getOrDefault(node, Map.of()).get(size));
  }

  /// Every pool, by node, then size.
  public List<PagePool> all() {
    return pools.values().stream().flatMap(sizes -> sizes.values().stream()).toList();
  }

  /// What would have to be planned for every pool that is too small to be as large as guests and
  /// lanes need, by node, then size.
  public List<PoolPlan> missing() {
    return all().stream()
        .filter(pool -> pool.shortfall() > 0)
        .map(pool -> new PoolPlan(pool.node(), pool.size(), pool.needed()))
        .toList();
  }

  /// The budget of a design.
  static HugePageBudget of(Design design, MemoryBudget memory) {
    var sizes = sizes(design);
    var pools = new TreeMap<Integer, Map<PageSize, PagePool>>();
    for (var node : memory.nodes().values()) {
      var found = new TreeMap<PageSize, PagePool>();
      for (var size : sizes) {
        pool(design, node, size).ifPresent(pool -> found.put(size, pool));
      }
      pools.put(node.node(), found);
    }
    var floating = new TreeMap<PageSize, List<PagePool.Need>>();
    for (var size : sizes) {
      var needs = needs(memory.floating(), size);
      if (!needs.isEmpty()) {
        floating.put(size, needs);
      }
    }
    return new HugePageBudget(defaultSize(design), pools, floating);
  }

  private static Optional<PagePool> pool(Design design, NodeMemory node, PageSize size) {
    var needs = needs(node.shares(), size);
    var pages = design.poolPages(node.node(), size);
    long kept = design.keptPages(node.node(), size);
    if (needs.isEmpty() && kept == 0 && pages.isEmpty()) {
      return Optional.empty();
    }
    var now = design.host().node(node.node()).flatMap(host -> host.pool(size));
    long total = now.map(HugePagePool::total).orElse(0L);
    return Optional.of(
        new PagePool(
            node.node(),
            size,
            pages.orElse(0),
            pages.orElse(0) != total,
            now.map(HugePagePool::free).orElse(OptionalLong.empty()),
            kept,
            needs,
            design.checking().neverTogether()));
  }

  private static List<PagePool.Need> needs(List<MemoryShare> shares, PageSize size) {
    var found = new ArrayList<PagePool.Need>();
    for (var share : shares) {
      if (share.pages().filter(size::equals).isPresent()) {
        found.add(new PagePool.Need(share, size.pagesFor(share.kib())));
      }
    }
    return Collections.unmodifiableList(found);
  }

  /// Every huge page size the host has, a plan or lane names, or a guest wants.
  static NavigableSet<PageSize> sizes(Design design) {
    var found = hostSizes(design);
    design.pools().stream().map(PoolPlan::size).forEach(found::add);
    design.lanes().stream()
        .flatMap(lane -> lane.pages().stream())
        .map(Lane.Pages::size)
        .forEach(found::add);
    for (var guest : design.guests()) {
      for (var cell : guest.wanted().memoryCells()) {
        switch (guest.wanted().pagesOf(cell.id())) {
          case PageBacking.Huge(var size) -> found.add(size);
          case PageBacking.DefaultHuge() -> found.add(defaultSize(design));
          case PageBacking.Normal() -> {}
        }
      }
    }
    return found;
  }

  /// The size behind `defaultSize`.
  static PageSize defaultSize(Design design) {
    var sizes = hostSizes(design);
    return sizes.isEmpty() || sizes.contains(PageSize.TWO_MIB) ? PageSize.TWO_MIB : sizes.first();
  }

  private static NavigableSet<PageSize> hostSizes(Design design) {
    var found = new TreeSet<PageSize>();
    design.host().nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .map(HugePagePool::size)
        .filter(size -> size.compareTo(PageSize.SMALL) > 0)
        .forEach(found::add);
    return found;
  }
}
