package org.numascape.app.inspector;

import java.util.Locale;
import org.numascape.topology.Bridge;
import org.numascape.topology.Cache;
import org.numascape.topology.CacheType;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Die;
import org.numascape.topology.Group;
import org.numascape.topology.Machine;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.Misc;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;
import org.numascape.topology.Pu;
import org.numascape.topology.TopologyObject;

/// What parts of a host are called here.
interface HostWords {

  /// `CPU 13`, `L3 cache 2`, `NUMA node 1`: by the number the kernel uses where there is one people
  /// type, else hwloc's.
  static String name(TopologyObject object) {
    return switch (object) {
      case Machine machine -> machine.name().isEmpty() ? "Host" : machine.name();
      case CpuPackage part -> "Package " + part.logical();
      case Die die -> "Die " + die.logical();
      case Group group ->
          (group.subtype().isEmpty() ? "Group" : group.subtype()) + " " + group.logical();
      case NumaNode node -> "NUMA node " + node.osIndex();
      case MemoryCache cache -> "Memory-side cache " + cache.logical();
      case Cache cache -> level(cache) + " " + cache.logical();
      case Core core -> "Core " + core.logical();
      case Pu pu -> "CPU " + pu.osIndex();
      case Bridge bridge -> "Bridge " + bridge.address();
      case PciDevice device -> "PCI " + device.address();
      case OsDevice device -> device.name();
      case Misc misc -> misc.name();
    };
  }

  /// `L3 cache`, `L1 instruction cache`
  static String level(Cache cache) {
    String type =
        cache.type() == CacheType.UNIFIED ? "" : " " + cache.type().name().toLowerCase(Locale.ROOT);
    return "L" + cache.level() + type + " cache";
  }

  /// `CPU 3`, `CPUs 0-7`, `no CPU`
  static String cpus(CpuSet cpus) {
    return cpus.isEmpty() ? "no CPU" : (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }

  /// `node 3`, `nodes 0-1`, `no node`
  static String nodes(NodeSet nodes) {
    return nodes.isEmpty() ? "no node" : (nodes.size() == 1 ? "node " : "nodes ") + nodes;
  }

  /// `12,288`
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
