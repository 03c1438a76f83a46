package org.numascape.domain;

import java.util.Optional;
import org.numascape.topology.CpuSet;

/// The `vcpu` element: how many, and where all threads of the guest may run unless pinned
/// otherwise.
///
/// @param maximum how many vCPUs the guest can have; ids run from 0
/// @param current how many are plugged in at start, 1 to `maximum`
/// @param cpuset host CPUs every unpinned thread may use; empty for all
/// @param automatic whether libvirt asks numad for the place (`placement='auto'`)
public record Vcpus(int maximum, int current, Optional<CpuSet> cpuset, boolean automatic) {

  /// Refuses counts libvirt refuses.
  public Vcpus {
    if (maximum < 1 || current < 1 || current > maximum) {
      throw new IllegalArgumentException(
          "a guest with " + current + " of " + maximum + " vCPUs cannot exist");
    }
  }
}
