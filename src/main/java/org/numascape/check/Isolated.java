package org.numascape.check;

import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Pu;
import org.numascape.topology.PuState;

/// CPUs that the host keeps free of its own tasks (`isolcpus`).
interface Isolated {

  /// OS indexes; empty where the host isolates none, or nobody tells.
  static CpuSet cpus(HostTopology host) {
    return CpuSet.of(
        host.pus().values().stream()
            .filter(pu -> pu.state() == PuState.ISOLATED)
            .map(Pu::osIndex)
            .toList());
  }
}
