package org.numascape.app.inspector;

import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Reads lists of CPUs and nodes that a person types, and holds them against the host.
interface HostLists {

  /// CPUs of this host, by OS index; empty text gives none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static CpuSet cpus(HostTopology host, String typed) {
    var cpus = CpuSet.parse(typed);
    var there = CpuSet.of(host.pus().keySet());
    var missing = cpus.minus(there);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "CPU " + missing.last() + " is not on this host, it has " + there);
    }
    return cpus;
  }

  /// Nodes of this host, by OS index; empty text gives none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static NodeSet nodes(HostTopology host, String typed) {
    var nodes = NodeSet.parse(typed);
    var missing = nodes.minus(host.nodeSet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "node " + missing.last() + " is not on this host, it has " + host.nodeSet());
    }
    return nodes;
  }
}
