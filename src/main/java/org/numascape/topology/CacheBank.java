package org.numascape.topology;

import java.util.List;

/// A cache that the kernel's resctrl knows, and how it can be divided.
///
/// Source: libvirt `capabilities` (`<cache><bank>`), kernel `Documentation/arch/x86/resctrl.rst`.
///
/// @param id the kernel's number of the cache among those of its level
/// @param level 1 to 5
/// @param cpus PUs that share it, as OS indexes
/// @param controls how it can be divided; empty where it cannot
public record CacheBank(
    int id, int level, CacheType type, long sizeKib, CpuSet cpus, List<Control> controls) {

  /// Copies the list.
  public CacheBank {
    controls = List.copyOf(controls);
  }

  /// One way to divide a cache.
  ///
  /// @param holds what the share is for
  /// @param granularityKib the smallest step
  /// @param minKib the smallest share; 0 where the source does not tell
  /// @param allocations how many shares there can be
  public record Control(CacheType holds, long granularityKib, long minKib, int allocations) {}
}
