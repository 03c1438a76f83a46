package org.numascape.format.text;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// What is told of one node.
///
/// @param cpus its CPUs, as OS indexes
/// @param memory all of its memory
/// @param free what was free of it when the tool ran
/// @param pools its huge pages by size
record Node(
    Optional<CpuSet> cpus,
    Optional<Amount> memory,
    Optional<Amount> free,
    Map<PageSize, Pool> pools) {

  static final Node UNKNOWN =
      new Node(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  Node {
    pools = java.util.Collections.unmodifiableMap(new TreeMap<>(pools));
  }

  Node withCpus(CpuSet other) {
    return new Node(Optional.of(other), memory, free, pools);
  }

  Node withMemory(Amount other) {
    return new Node(cpus, Optional.of(other), free, pools);
  }

  Node withFree(Amount other) {
    return new Node(cpus, memory, Optional.of(other), pools);
  }

  Node withPool(PageSize size, Pool pool) {
    var more = new TreeMap<>(pools);
    more.put(size, pool);
    return new Node(cpus, memory, free, more);
  }

  Pool pool(PageSize size) {
    return pools.getOrDefault(size, Pool.UNKNOWN);
  }
}
