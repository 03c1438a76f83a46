package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;

/// Finds the kinds of cores of a hybrid host: by the names x86 kernels give them, else by the part
/// numbers of Arm, else by capacity, else by frequency.
///
/// Source: kernel `Documentation/ABI/testing/sysfs-bus-event_source-devices` (`cpu_core`,
/// `cpu_atom`), `sysfs-devices-system-cpu` (`cpu_capacity`, `midr_el1`); names as in hwloc.
final class KindScan {

  /// Least powerful first.
  private static final Map<String, String> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("cpu_lowpower", "IntelLowPower");
    NAMED.put("cpu_atom", "IntelAtom");
    NAMED.put("cpu_core", "IntelCore");
  }

  /// Some cores of one kind may run faster than others by a little (Turbo Boost Max 3.0); hwloc
  /// draws the line here, too.
  private static final double TOLERATED = 1.1;

  private final Sysfs sysfs;
  private final CpuSet online;

  private KindScan(Sysfs sysfs, CpuSet online) {
    this.sysfs = sysfs;
    this.online = online;
  }

  /// The kinds, least powerful first; empty where all cores are alike.
  static List<CpuKind> scan(Sysfs sysfs, CpuSet online) {
    var scan = new KindScan(sysfs, online);
    for (var kinds : List.of(scan.named(), scan.parts(), scan.capacities(), scan.frequencies())) {
      if (kinds.size() > 1) {
        return kinds;
      }
    }
    return List.of();
  }

  private List<CpuKind> named() {
    var kinds = new ArrayList<CpuKind>();
    NAMED.forEach((folder, name) ->
        sysfs
            .list("sys/devices/" + folder + "/cpus")
            .map(cpus -> cpus.and(online))
            .filter(cpus -> !cpus.isEmpty())
            .ifPresent(cpus -> kinds.add(kind(cpus, Map.of("CoreType", name)))));
    return kinds;
  }

  /// Arm's register that names implementer (bits 24 to 31) and part (bits 4 to 15).
  private List<CpuKind> parts() {
    var kinds = new ArrayList<CpuKind>();
    by(cpu -> sysfs.hex(file(cpu, "regs/identification/midr_el1")))
        .forEach((midr, cpus) ->
            kinds.add(kind(cpus, Map.of("CPUPart", "0x%03x".formatted(midr >> 4 & 0xfff)))));
    kinds.sort(
        java.util.Comparator.comparingLong(
            kind -> Long.parseLong(kind.infos().getOrDefault("LinuxCapacity", "0"))));
    return kinds;
  }

  private List<CpuKind> capacities() {
    var kinds = new ArrayList<CpuKind>();
    by(cpu -> sysfs.number(file(cpu, "cpu_capacity")))
        .forEach((capacity, cpus) -> kinds.add(kind(cpus, Map.of())));
    return kinds;
  }

  private List<CpuKind> frequencies() {
    var kinds = new ArrayList<CpuKind>();
    CpuSet joined = CpuSet.EMPTY;
    long lowest = 0;
    for (var pair : by(this::highestFrequency).entrySet()) {
      if (!joined.isEmpty() && pair.getKey() >= lowest * TOLERATED) {
        kinds.add(kind(joined, Map.of()));
        joined = CpuSet.EMPTY;
      }
      lowest = joined.isEmpty() ? pair.getKey() : lowest;
      joined = joined.or(pair.getValue());
    }
    if (!joined.isEmpty()) {
      kinds.add(kind(joined, Map.of()));
    }
    return kinds;
  }

  /// CPUs by a value, ascending; nothing where one of them does not tell it.
  private Map<Long, CpuSet> by(IntFunction<OptionalLong> value) {
    var sets = new TreeMap<Long, CpuSet>();
    for (int cpu : online.stream().toArray()) {
      var told = value.apply(cpu);
      if (told.isEmpty()) {
        return Map.of();
      }
      sets.merge(told.getAsLong(), CpuSet.of(cpu), CpuSet::or);
    }
    return sets;
  }

  /// With the least of its CPUs' values.
  private CpuKind kind(CpuSet cpus, Map<String, String> name) {
    var infos = new LinkedHashMap<>(name);
    put(infos, "LinuxCapacity", least(cpus, cpu -> sysfs.number(file(cpu, "cpu_capacity"))), 1);
    put(infos, "FrequencyMaxMHz", least(cpus, this::highestFrequency), 1_000);
    put(
        infos,
        "FrequencyBaseMHz",
        least(cpus, cpu -> sysfs.number(file(cpu, "cpufreq/base_frequency"))),
        1_000);
    return new CpuKind(cpus, infos);
  }

  private static void put(
      Map<String, String> infos, String name, OptionalLong value, long divisor) {
    value.ifPresent(number -> infos.put(name, Long.toString(number / divisor)));
  }

  private static OptionalLong least(CpuSet cpus, IntFunction<OptionalLong> value) {
    return cpus.stream()
        .mapToObj(value)
        .flatMapToLong(OptionalLong::stream)
        .filter(number -> number > 0)
        .min();
  }

  /// In kHz, as the hardware and not a policy limits it.
  private OptionalLong highestFrequency(int cpu) {
    return sysfs.number(file(cpu, "cpufreq/cpuinfo_max_freq"));
  }

  private static String file(int cpu, String name) {
    return CpuStates.FOLDER + "/cpu" + cpu + "/" + name;
  }
}
