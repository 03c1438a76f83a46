package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.topology.NumaNode;

/// Writes the pages of a node as [HwlocMemory] reads them.
final class HwlocPages {

  private HwlocPages() {}

  /// One element a page size, smallest first. Where nobody told the base page, it is not written,
  /// unless there are pools: then the smallest size written would be taken for it.
  ///
  /// @param base the base page in bytes
  static List<Map<String, String>> of(NumaNode node, Optional<String> base) {
    var pages = new ArrayList<Map<String, String>>();
    long huge = node.pools().stream().mapToLong(pool -> pool.total() * pool.size().kib()).sum();
    long smallest = base.filter(text -> text.matches("[0-9]{4,9}")).map(Long::parseLong).orElse(0L);
    boolean ambiguous =
        !node.pools().isEmpty()
            && node.pools().getFirst().size().kib() << 10 <= HwlocMemory.LARGEST_BASE_PAGE;
    if (smallest == 0 && ambiguous) {
      smallest = 4_096;
    }
    if (smallest > 0) {
      long rest = Math.max(0, node.memoryKib() - Math.max(0, huge));
      pages.add(page(smallest, rest / (smallest >> 10)));
    }
    for (var pool : node.pools()) {
      pages.add(page(pool.size().kib() << 10, pool.total()));
    }
    return pages;
  }

  private static Map<String, String> page(long bytes, long count) {
    var page = new LinkedHashMap<String, String>();
    page.put("size", Long.toString(bytes));
    page.put("count", Long.toString(count));
    return page;
  }
}
