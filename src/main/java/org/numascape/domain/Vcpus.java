package org.numascape.domain;

import java.util.List;
import java.util.Optional;
import org.numascape.topology.CpuSet;

/// The `vcpu` and `vcpus` elements: how many, which of them are there at start, and where all
/// threads of the guest may run unless pinned otherwise.
///
/// @param maximum how many vCPUs the guest can have; ids run from 0
/// @param current how many are plugged in at start, 1 to `maximum`
/// @param cpuset host CPUs every unpinned thread may use; empty for all
/// @param automatic whether libvirt asks numad for the place (`placement='auto'`)
/// @param each what is said of single vCPUs, by rising id; one not named is offline. Empty where
///   nothing is said: then the first `current` ones are there.
public record Vcpus(
    int maximum, int current, Optional<CpuSet> cpuset, boolean automatic, List<VcpuState> each) {

  /// Refuses counts libvirt refuses.
  public Vcpus {
    each = List.copyOf(each);
    if (maximum < 1 || current < 1 || current > maximum) {
      throw new IllegalArgumentException(
          "a guest with " + current + " of " + maximum + " vCPUs cannot exist");
    }
  }

  /// vCPUs of which none is spoken of singly.
  public Vcpus(int maximum, int current, Optional<CpuSet> cpuset, boolean automatic) {
    this(maximum, current, cpuset, automatic, List.of());
  }

  /// The vCPUs (guest ids) there at start.
  public CpuSet online() {
    if (each.isEmpty()) {
      return CpuSet.range(0, current - 1);
    }
    return CpuSet.of(each.stream().filter(VcpuState::online).map(VcpuState::id).toList());
  }

  /// The same vCPUs where unpinned threads may run elsewhere.
  public Vcpus withCpuset(Optional<CpuSet> other) {
    return new Vcpus(maximum, current, other, automatic, each);
  }

  /// The same vCPUs, placed by numad or not.
  public Vcpus withAutomatic(boolean other) {
    return new Vcpus(maximum, current, cpuset, other, each);
  }
}
