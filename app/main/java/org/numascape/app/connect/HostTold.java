package org.numascape.app.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// A host in one line.
interface HostTold {

  /// `2 packages · 8 NUMA nodes · 64 cores · 128 CPUs · 512 GiB`
  static String of(HostTopology host) {
    var parts = new ArrayList<String>();
    count(parts, host.all(CpuPackage.class).size(), "package");
    count(parts, host.nodes().size(), "NUMA node");
    count(parts, host.all(Core.class).size(), "core");
    count(parts, host.pus().size(), "CPU");
    long kib = host.nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
    if (kib > 0) {
      parts.add(MemorySize.ofKib(kib).toString());
    }
    return String.join(" · ", parts);
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s"));
    }
  }
}
