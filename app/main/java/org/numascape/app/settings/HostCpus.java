package org.numascape.app.settings;

import java.util.Optional;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// Reads sets of host CPUs that a person types.
interface HostCpus {

  /// CPUs of this host, by OS index; empty text says nothing.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static Optional<CpuSet> read(HostTopology host, String typed) {
    var cpus = CpuSet.parse(typed);
    var there = CpuSet.of(host.pus().keySet());
    var missing = cpus.minus(there);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "CPU " + missing.last() + " is not on this host, it has " + there);
    }
    if (cpus.isEmpty() && !typed.isBlank()) {
      throw new IllegalArgumentException("“" + typed + "” leaves no CPU");
    }
    return CpuPage.some(cpus);
  }
}
