package org.numascape.topology;

import java.util.Map;
import java.util.Optional;

/// One kind of core of a host with several, such as the efficient and the fast cores of a laptop.
///
/// @param cpus PUs of that kind, as OS indexes
/// @param infos hwloc's words on it: `CoreType` (`IntelAtom`, `IntelCore`), `FrequencyMaxMHz`,
///   `LinuxCapacity`
public record CpuKind(CpuSet cpus, Map<String, String> infos) {

  /// Copies the map.
  public CpuKind {
    infos = Map.copyOf(infos);
  }

  /// The kind's name, where the source tells one.
  public Optional<String> coreType() {
    return Optional.ofNullable(infos.get("CoreType"));
  }
}
