package org.numascape.domain;

/// What the guest believes its CPUs look like: `cpu/topology`.
public record CpuTopology(int sockets, int dies, int clusters, int cores, int threads) {

  /// Refuses zeros, as libvirt does.
  public CpuTopology {
    if (sockets < 1 || dies < 1 || clusters < 1 || cores < 1 || threads < 1) {
      throw new IllegalArgumentException("a guest topology has no zero in it");
    }
  }

  /// How many vCPUs that makes; libvirt's QEMU driver wants it to equal the maximum.
  public int product() {
    return sockets * dies * clusters * cores * threads;
  }
}
