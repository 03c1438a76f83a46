package org.numascape.analysis;

import java.util.Optional;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

/// How firmly a thread is held to host CPUs.
public enum Hold {
  /// To one CPU.
  EXACT,
  /// To several CPUs of one core: the thread floats in the core and belongs to it as firmly as to
  /// one CPU.
  CORE,
  /// To CPUs of several cores.
  SET,
  /// Not at all: no pin, and the guest has no cpuset.
  FLOATING;

  /// How a thread with these CPUs is held; empty means it may run anywhere.
  static Hold of(HostTopology host, Optional<CpuSet> affinity) {
    if (affinity.isEmpty() || affinity.get().isEmpty()) {
      return FLOATING;
    }
    var cpus = affinity.get();
    if (cpus.size() == 1) {
      return EXACT;
    }
    return host.siblings(cpus.first().orElseThrow()).containsAll(cpus) ? CORE : SET;
  }

  /// Whether the thread belongs to one core.
  public boolean firm() {
    return this == EXACT || this == CORE;
  }

  /// Whether anything holds the thread.
  public boolean pinned() {
    return this != FLOATING;
  }
}
