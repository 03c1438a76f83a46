package org.numascape.design;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// What of the host is kept from guests, and for whom: the host's own work, or other software such
/// as SPDK, DPDK or Ceph.
///
/// @param name what people call it; [#HOST] for the host itself
/// @param cpus host CPUs (OS indexes)
/// @param memoryKib memory in KiB by node (OS index)
public record Lane(String name, CpuSet cpus, Map<Integer, Long> memoryKib) {

  /// The name of the lane that is the host's own.
  public static final String HOST = "host";

  /// Copies the map; refuses a lane without a name and memory below zero.
  public Lane {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a lane needs a name");
    }
    var kept = new TreeMap<Integer, Long>();
    memoryKib.forEach((node, kib) -> {
      if (kib < 0) {
        throw new IllegalArgumentException("a lane cannot keep " + kib + " KiB of node " + node);
      }
      if (kib > 0) {
        kept.put(node, kib);
      }
    });
    memoryKib = Collections.unmodifiableMap(kept);
  }

  /// Whether it is the host's own.
  public boolean host() {
    return name.equals(HOST);
  }

  /// Whether it keeps anything.
  public boolean keepsNothing() {
    return cpus.isEmpty() && memoryKib.isEmpty();
  }

  /// The same lane with other CPUs.
  public Lane withCpus(CpuSet others) {
    return new Lane(name, others, memoryKib);
  }

  /// The same lane with other memory.
  public Lane withMemoryKib(Map<Integer, Long> others) {
    return new Lane(name, cpus, others);
  }

  /// The lanes of a host that keeps these CPUs for itself: one, or none.
  public static List<Lane> keptForHost(CpuSet cpus) {
    return cpus.isEmpty() ? List.of() : List.of(new Lane(HOST, cpus, Map.of()));
  }
}
