package org.numascape.analysis;

import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

/// What of the host a guest touches, by OS index. Threads that float are not counted: they reach
/// everything.
///
/// @param cpus CPUs its pinned vCPUs may use
/// @param cpuNodes the nodes of those
/// @param memoryNodes nodes its memory is bound to
public record Reach(CpuSet cpus, NodeSet cpuNodes, NodeSet memoryNodes) {

  /// Nothing placed.
  public static final Reach NOTHING = new Reach(CpuSet.EMPTY, NodeSet.EMPTY, NodeSet.EMPTY);

  /// Nodes touched by CPUs or memory.
  public NodeSet nodes() {
    return cpuNodes.or(memoryNodes);
  }
}
