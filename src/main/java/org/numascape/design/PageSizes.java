package org.numascape.design;

import java.util.List;
import java.util.TreeSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// Which huge pages a host can have.
public interface PageSizes {

  /// The sizes it tells of, smallest first, a pool of none included; 2 MiB and 1 GiB where it tells
  /// of no pools at all.
  static List<PageSize> of(HostTopology host) {
    var base = GuestWords.basePage(host);
    var sizes = new TreeSet<PageSize>();
    host.nodes().values().stream()
        .flatMap(node -> node.pools().stream())
        .map(HugePagePool::size)
        .filter(size -> size.compareTo(base) > 0)
        .forEach(sizes::add);
    return sizes.isEmpty() ? List.of(PageSize.TWO_MIB, PageSize.ONE_GIB) : List.copyOf(sizes);
  }
}
