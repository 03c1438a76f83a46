package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.numascape.format.Draft;
import org.numascape.topology.CacheType;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;

/// Finds the caches of the CPUs.
///
/// Source: kernel `Documentation/ABI/testing/sysfs-devices-system-cpu` (`cache/index*`).
final class CacheScan {

  /// The kernel numbers the caches of a CPU from 0, some five of them.
  private static final int MOST = 10;

  private static final int HIGHEST = 5;
  private static final int HIGHEST_FOR_INSTRUCTIONS = 3;

  private final Sysfs sysfs;
  private final CpuSet online;
  private final List<Found> found = new ArrayList<>();
  private final Map<Integer, Set<CpuSet>> seen = new HashMap<>();

  private CacheScan(Sysfs sysfs, CpuSet online) {
    this.sysfs = sysfs;
    this.online = online;
  }

  /// A cache.
  ///
  /// @param id the kernel's number of it among those of its level, -1 where it has none
  record Found(
      int id, int level, CacheType type, long sizeKib, CpuSet cpus, Map<String, String> infos) {

    Draft draft() {
      return Draft.cache(level, type, sizeKib, cpus).told(infos, "");
    }
  }

  /// All caches of CPUs that are online.
  static List<Found> scan(Sysfs sysfs, CpuSet online) {
    var scan = new CacheScan(sysfs, online);
    online.stream().forEach(scan::visit);
    return List.copyOf(scan.found);
  }

  private void visit(int cpu) {
    String caches = CpuStates.FOLDER + "/cpu" + cpu + "/cache";
    for (int index = 0; index < MOST; index++) {
      String folder = caches + "/index" + index;
      var cpus =
          sysfs.map(folder + "/shared_cpu_map").or(() -> sysfs.list(folder + "/shared_cpu_list"));
      if (cpus.isEmpty()) {
        continue;
      }
      var shared = (cpus.get().isEmpty() ? siblings(cpu) : cpus.get()).and(online);
      if (!shared.isEmpty() && seen.computeIfAbsent(index, _ -> new HashSet<>()).add(shared)) {
        cache(folder, shared).ifPresent(found::add);
      }
    }
  }

  /// Itanium kernels tell no CPU for some caches; hwloc takes the core's.
  private CpuSet siblings(int cpu) {
    String folder = CpuStates.FOLDER + "/cpu" + cpu + "/topology";
    return sysfs.set(folder, "core_cpus", "thread_siblings").orElse(CpuSet.of(cpu));
  }

  private Optional<Found> cache(String folder, CpuSet cpus) {
    var type =
        switch (sysfs.text(folder + "/type").orElse("")) {
          case "Data" -> CacheType.DATA;
          case "Instruction" -> CacheType.INSTRUCTION;
          default -> CacheType.UNIFIED;
        };
    int level = sysfs.index(folder + "/level");
    int highest = type == CacheType.INSTRUCTION ? HIGHEST_FOR_INSTRUCTIONS : HIGHEST;
    if (level < 1 || level > highest) {
      sysfs.tell("%s is of level %d, which has no name; it was left out.".formatted(folder, level));
      return Optional.empty();
    }
    long kib = sysfs.kib(folder + "/size").orElse(0);
    return Optional.of(
        new Found(sysfs.index(folder + "/id"), level, type, kib, cpus, infos(folder, kib)));
  }

  /// `ways_of_associativity` of a cache with full associativity is 0 on some machines and -1 on
  /// others, so hwloc and we take it from the sets.
  private Map<String, String> infos(String folder, long kib) {
    var infos = new LinkedHashMap<String, String>();
    long line = sysfs.number(folder + "/coherency_line_size").orElse(0);
    long sets = sysfs.number(folder + "/number_of_sets").orElse(0);
    long partition = Math.max(1, sysfs.number(folder + "/physical_line_partition").orElse(1));
    if (line > 0) {
      infos.put(InfoName.CACHE_LINE_SIZE, Long.toString(line));
    }
    long ways = line > 0 && sets > 1 ? (kib << 10) / line / partition / sets : 0;
    if (ways > 0) {
      infos.put(InfoName.CACHE_ASSOCIATIVITY, Long.toString(ways));
    }
    return infos;
  }
}
