package org.numascape.domain;

import java.util.Optional;
import org.numascape.topology.CpuSet;

/// An I/O thread and the host CPUs it may use (`iothreadpin`); empty follows the domain's cpuset.
public record IoThread(int id, Optional<CpuSet> pin) {

  /// Refuses id 0, as libvirt does.
  public IoThread {
    if (id < 1) {
      throw new IllegalArgumentException("I/O thread ids start at 1, this one is " + id);
    }
  }
}
