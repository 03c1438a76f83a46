package org.numascape.format.sysfs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.numascape.format.Draft;
import org.numascape.topology.CpuSet;

/// What /proc/cpuinfo tells of each CPU, under hwloc's names.
///
/// @param byCpu by OS index; -1 for what is told once for all
record CpuModels(Map<Integer, Map<String, String>> byCpu) {

  /// Some 1.5 KiB a CPU.
  private static final int LONG = 16 << 20;

  /// The words of x86, Itanium, Arm, POWER, LoongArch and s390 that name a model.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("vendor_id", "CPUVendor"),
          Map.entry("vendor", "CPUVendor"),
          Map.entry("model name", "CPUModel"),
          Map.entry("Model Name", "CPUModel"),
          Map.entry("Processor", "CPUModel"),
          Map.entry("cpu model", "CPUModel"),
          Map.entry("cpu", "CPUModel"),
          Map.entry("model", "CPUModelNumber"),
          Map.entry("cpu family", "CPUFamilyNumber"),
          Map.entry("family", "CPUFamilyNumber"),
          Map.entry("stepping", "CPUStepping"),
          Map.entry("CPU implementer", "CPUImplementer"),
          Map.entry("CPU architecture", "CPUArchitecture"),
          Map.entry("CPU variant", "CPUVariant"),
          Map.entry("CPU part", "CPUPart"),
          Map.entry("CPU revision", "CPURevision"));

  /// Families of AMD processors whose cores share parts in pairs (Bulldozer, Jaguar).
  private static final java.util.Set<String> COMPUTE_UNITS = java.util.Set.of("21", "22");

  /// Reads /proc/cpuinfo.
  static CpuModels read(Sysfs sysfs) {
    var byCpu = new HashMap<Integer, Map<String, String>>();
    int cpu = -1;
    for (String line : sysfs.tree().text("proc/cpuinfo", LONG).orElse("").split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String name = line.substring(0, colon).strip();
      String value = line.substring(colon + 1).strip();
      if (name.equals("processor") && value.matches("[0-9]{1,5}")) {
        cpu = Integer.parseInt(value);
      } else if (NAMES.containsKey(name) && !value.isEmpty()) {
        byCpu
            .computeIfAbsent(cpu, _ -> new LinkedHashMap<>())
            .putIfAbsent(NAMES.getOrDefault(name, name), value);
      }
    }
    return new CpuModels(byCpu);
  }

  /// Whether "thread siblings" may be cores with numbers of their own.
  boolean hasComputeUnits() {
    return byCpu.values().stream()
        .anyMatch(words ->
            words.getOrDefault("CPUVendor", "").equals("AuthenticAMD")
                && COMPUTE_UNITS.contains(words.getOrDefault("CPUFamilyNumber", "")));
  }

  /// The model of the first of these CPUs; empty where it is not told.
  String model(CpuSet cpus) {
    return words(cpus).getOrDefault("CPUModel", "");
  }

  /// A package with what is told of it.
  Draft told(Draft draft, CpuSet cpus) {
    return draft.told(words(cpus), "");
  }

  private Map<String, String> words(CpuSet cpus) {
    var all = byCpu.getOrDefault(-1, Map.of());
    return byCpu.getOrDefault(cpus.first().orElse(-1), all);
  }
}
