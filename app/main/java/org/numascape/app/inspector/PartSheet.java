package org.numascape.app.inspector;

import org.numascape.app.store.DesignStore;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Group;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.TopologyObject;

/// A part of the host that holds CPUs: a package, die, group, cache or core.
interface PartSheet {

  /// The sheet of such a part.
  static Sheet of(DesignStore store, TopologyObject part) {
    var sheet = new Sheet(store);
    var host = store.design().host();
    var cpus = part.cpus();
    sheet.title(() -> HostWords.name(part), () -> "L#" + part.id().logical());
    if (part instanceof CpuPackage one && !one.model().isEmpty()) {
      sheet.row("Model", one::model);
    }
    if (part instanceof Cache cache) {
      sheet.row("Size", () -> size(cache.sizeKib()));
    }
    if (part instanceof MemoryCache cache) {
      sheet.row("Size", () -> size(cache.sizeKib()));
      sheet.row("In front of", () -> HostWords.nodes(behind(part)));
    }
    if (part instanceof Group group && !group.subtype().isEmpty()) {
      sheet.row("Kind", group::subtype);
    }
    if (part instanceof Core core && core.osIndex() >= 0) {
      sheet.row("Kernel's core id", () -> Integer.toString(core.osIndex()));
    }
    String within = Within.words(part);
    if (!within.isEmpty() && !(part instanceof MemoryCache)) {
      sheet.wrapped("Holds", within);
    }
    sheet.row("CPUs", () -> cpus.isEmpty() ? "none" : cpus.size() + " · " + cpus);
    sheet.row(
        "NUMA nodes", () -> host.nodesOf(cpus).isEmpty() ? "none" : host.nodesOf(cpus).toString());
    long memory =
        part.walk()
            .filter(NumaNode.class::isInstance)
            .mapToLong(node -> ((NumaNode) node).memoryKib())
            .sum();
    if (memory > 0) {
      sheet.row("Memory", () -> MemorySize.ofKib(memory).toString());
    }
    if (cpus.isEmpty()) {
      return sheet;
    }
    sheet.row(
        "Free CPUs",
        () -> {
          var free = sheet.facts().occupancy().free().and(cpus);
          return free.isEmpty() ? "none" : free.size() + " · " + free;
        });
    Reserving.addTo(sheet, () -> cpus);
    Occupants.addTo(sheet, () -> cpus);
    return sheet;
  }

  private static NodeSet behind(TopologyObject cache) {
    return NodeSet.of(
        cache
            .walk()
            .filter(NumaNode.class::isInstance)
            .mapToInt(node -> ((NumaNode) node).osIndex())
            .toArray());
  }

  private static String size(long kib) {
    return kib == 0 ? "not told" : MemorySize.ofKib(kib).toString();
  }
}
