package org.numascape.hypervisor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// Where the threads of a running domain may run: host CPUs by vCPU id, for the emulator, by I/O
/// thread id. A thread without a pin shows as all online CPUs.
public record LivePins(
    Map<Integer, CpuSet> vcpus, CpuSet emulator, Map<Integer, CpuSet> ioThreads) {

  /// Copies the maps.
  public LivePins {
    vcpus = Collections.unmodifiableMap(new TreeMap<>(vcpus));
    ioThreads = Collections.unmodifiableMap(new TreeMap<>(ioThreads));
  }
}
