package org.numascape.format.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.ObjectKind;

/// Gathers what a source tells while it is read.
final class Telling {
  private final BitSet online = new BitSet();
  private final BitSet offline = new BitSet();
  final Map<Told.Count, Integer> counts = new EnumMap<>(Told.Count.class);
  final Map<ObjectKind, List<CpuSet>> parts = new EnumMap<>(ObjectKind.class);
  final Map<ObjectKind, CacheSize> cacheSizes = new EnumMap<>(ObjectKind.class);
  final Map<Integer, Double> topMhz = new TreeMap<>();
  final Map<Integer, Node> nodes = new TreeMap<>();
  final Map<String, String> words = new LinkedHashMap<>();
  DistanceMatrix distances = DistanceMatrix.UNKNOWN;
  Optional<Node> wholeHost = Optional.empty();

  static boolean isPart(ObjectKind kind) {
    return switch (kind) {
      case PACKAGE, DIE, CORE -> true;
      case L1_CACHE, L2_CACHE, L3_CACHE, L4_CACHE, L5_CACHE -> true;
      case L1I_CACHE, L2I_CACHE, L3I_CACHE -> true;
      case MACHINE, GROUP, NUMA_NODE, MEMORY_CACHE, PU -> false;
      case BRIDGE, PCI_DEVICE, OS_DEVICE, MISC -> false;
    };
  }

  void cpu(int cpu, boolean on) {
    (on ? online : offline).set(cpu);
  }

  void cpus(CpuSet cpus, boolean on) {
    cpus.stream().forEach(cpu -> cpu(cpu, on));
  }

  void part(ObjectKind kind, CpuSet cpus) {
    parts.computeIfAbsent(kind, _ -> new ArrayList<>()).add(cpus);
  }

  Node node(int node) {
    return nodes.getOrDefault(node, Node.UNKNOWN);
  }

  Told told(Tool tool, String source) {
    offline.andNot(online);
    return new Told(
        tool,
        source,
        new CpuSet(online),
        new CpuSet(offline),
        counts,
        parts,
        cacheSizes,
        topMhz,
        nodes,
        distances,
        wholeHost,
        words);
  }
}
