package org.numascape.app.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// How many of which parts a part of the host holds.
interface Within {

  /// `2 L3 caches · 16 cores · 32 CPUs`, from outside to inside; empty where it holds nothing.
  static String words(TopologyObject part) {
    var counts = new LinkedHashMap<String, Integer>();
    part.walk()
        .filter(object -> !object.id().equals(part.id()))
        .forEach(object -> counts.merge(kind(object), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      words.add(
          HostWords.count(one.getValue())
              + " "
              + one.getKey()
              + (one.getValue() == 1 ? "" : one.getKey().endsWith("s") ? "es" : "s"));
    }
    return String.join(" · ", words);
  }

  private static String kind(TopologyObject object) {
    return switch (object) {
      case Machine machine -> "host";
      case CpuPackage part -> "package";
      case Die part -> "die";
      case Group part ->
          part.subtype().isEmpty() ? "group" : part.subtype().toLowerCase(java.util.Locale.ROOT);
      case NumaNode node -> "NUMA node";
      case MemoryCache part -> "memory-side cache";
      case Cache part ->
          "L" + part.level() + (part.type() == CacheType.INSTRUCTION ? "i" : "") + " cache";
      case Core part -> "core";
      case Pu part -> "CPU";
      case Bridge part -> "bridge";
      case PciDevice part -> "PCI device";
      case OsDevice part -> "device";
      case Misc part -> "further thing";
    };
  }
}
