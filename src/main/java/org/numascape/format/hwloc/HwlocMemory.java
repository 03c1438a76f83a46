package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// Reads the pages of a node: `<page_type size="2097152" count="512"/>`, in bytes and pages.
final class HwlocMemory {

  /// The largest base page of any kernel (Arm, POWER).
  private static final long LARGEST_BASE_PAGE = 64L << 10;

  private HwlocMemory() {}

  /// The huge-page pools of a node. The smallest size, if a kernel could have it as its base page,
  /// is no pool. hwloc 3 no longer writes pages: then there is none.
  static List<HugePagePool> pools(HwlocObject node) throws FormatException {
    var sizes = sizes(node);
    if (!sizes.isEmpty() && sizes.firstKey() <= LARGEST_BASE_PAGE) {
      sizes.pollFirstEntry();
    }
    var pools = new ArrayList<HugePagePool>();
    for (var size : sizes.values()) {
      pools.add(new HugePagePool(pageSize(size), count(size), OptionalLong.empty()));
    }
    return List.copyOf(pools);
  }

  /// The size of the page that is no huge page, in bytes; empty when it is not written.
  static String basePage(HwlocObject node) throws FormatException {
    var sizes = sizes(node);
    boolean told = !sizes.isEmpty() && sizes.firstKey() <= LARGEST_BASE_PAGE;
    return told ? Long.toString(sizes.firstKey()) : "";
  }

  private static NavigableMap<Long, HwlocObject> sizes(HwlocObject node) throws FormatException {
    var sizes = new TreeMap<Long, HwlocObject>();
    for (XmlElement page : node.element().children("page_type").toList()) {
      var size = new HwlocObject(node.source(), page);
      sizes.putIfAbsent(size.number("size", 0), size);
    }
    return sizes;
  }

  private static PageSize pageSize(HwlocObject size) throws FormatException {
    long bytes = size.number("size", 0);
    if (bytes < 1024 || Long.bitCount(bytes) != 1) {
      throw size.wrong("no page is %,d bytes large; export the topology again.".formatted(bytes));
    }
    return new PageSize(bytes >> 10);
  }

  private static long count(HwlocObject size) throws FormatException {
    long count = size.number("count", 0);
    if (count < 0) {
      throw size.wrong("a node cannot have %,d pages; export the topology again.".formatted(count));
    }
    return count;
  }
}
