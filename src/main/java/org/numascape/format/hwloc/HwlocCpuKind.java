package org.numascape.format.hwloc;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;

/// A kind of core as it is written, before it is ranked.
///
/// @param efficiency a rank somebody set by hand or the kernel told, -1 where nobody did
record HwlocCpuKind(CpuSet cpus, long efficiency, Map<String, String> infos) {

  /// Types whose rank hwloc knows, least powerful first.
  private static final List<String> TYPES =
      List.of("IntelLowPower", "IntelAtom", "AMDEfficiency", "AMDPerformance", "IntelCore");

  /// The kinds, least powerful first, by the first thing that tells all of them apart: the rank
  /// they were given, the kernel's capacity, type and frequency; else in the file's order. Source:
  /// hwloc `cpukinds.c`, read for behaviour.
  static List<HwlocCpuKind> ranked(List<HwlocCpuKind> kinds) {
    List<ToLongFunction<HwlocCpuKind>> measures =
        List.of(
            HwlocCpuKind::efficiency,
            kind -> kind.number("LinuxCapacity"),
            HwlocCpuKind::typeAndFrequency,
            kind -> kind.number("FrequencyMaxMHz"),
            kind -> kind.number("FrequencyBaseMHz"));
    return measures.stream()
        .filter(measure -> tellsApart(measure, kinds))
        .findFirst()
        .map(measure -> kinds.stream().sorted(Comparator.comparingLong(measure)).toList())
        .orElse(List.copyOf(kinds));
  }

  private static boolean tellsApart(
      ToLongFunction<HwlocCpuKind> measure, List<HwlocCpuKind> kinds) {
    var values = kinds.stream().mapToLong(measure).distinct().toArray();
    return values.length == kinds.size() && java.util.Arrays.stream(values).allMatch(v -> v >= 0);
  }

  private long typeAndFrequency() {
    int type = TYPES.indexOf(infos.getOrDefault("CoreType", ""));
    long frequency = Math.max(number("FrequencyMaxMHz"), number("FrequencyBaseMHz"));
    return type < 0 ? -1 : ((long) type << 32) + Math.max(0, frequency);
  }

  private long number(String info) {
    String text = infos.getOrDefault(info, "");
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
  }

  /// The kind in the topology.
  CpuKind kind() {
    return new CpuKind(cpus, infos);
  }
}
