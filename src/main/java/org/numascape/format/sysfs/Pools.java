package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.PageSize;

/// Reads pools of huge pages: a folder `hugepages-2048kB` for each size.
///
/// Source: kernel `Documentation/admin-guide/mm/hugetlbpage.rst`.
final class Pools {

  /// The pools of the whole host.
  static final String OF_HOST = "sys/kernel/mm/hugepages";

  private static final Pattern SIZE = Pattern.compile("hugepages-([0-9]{1,12})kB");

  private Pools() {}

  /// The pools in a folder; those without pages, too, as they say which sizes there are.
  static List<HugePagePool> read(Sysfs sysfs, String folder) {
    var pools = new ArrayList<HugePagePool>();
    for (String name : sysfs.tree().names(folder)) {
      var size = SIZE.matcher(name);
      long kib = size.matches() ? Long.parseLong(size.group(1)) : 0;
      if (kib > 0 && Long.bitCount(kib) == 1) {
        long total = Math.max(0, sysfs.number(folder + "/" + name + "/nr_hugepages").orElse(0));
        var free = sysfs.number(folder + "/" + name + "/free_hugepages");
        boolean told = free.isPresent() && free.getAsLong() >= 0;
        pools.add(new HugePagePool(new PageSize(kib), total, told ? free : OptionalLong.empty()));
      }
    }
    return List.copyOf(pools);
  }

  /// Tells of pages that the kernel tells of the whole host only, where there are several nodes.
  static void tellOfHost(Sysfs sysfs, int nodes) {
    boolean anywhere =
        sysfs.numbered(NodeScan.FOLDER, "node").stream()
            .anyMatch(node -> sysfs.tree().has(NodeScan.FOLDER + "/node" + node + "/hugepages"));
    if (nodes < 2 || anywhere) {
      return;
    }
    for (var pool : read(sysfs, OF_HOST)) {
      if (pool.total() > 0) {
        sysfs.tell(
            "The host has %,d huge pages of %s, but does not tell on which nodes; none is shown."
                .formatted(pool.total(), pool.size()));
      }
    }
  }
}
