package org.numascape.format.sysfs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.topology.CpuSet;

/// Which nodes are no ordinary memory: that of a GPU, of non-volatile modules, of CXL devices.
///
/// Source: NVIDIA driver `/proc/driver/nvidia/gpus/*/numa_status`; kernel
/// `Documentation/ABI/testing/sysfs-bus-dax` (`target_node`).
///
/// @param subtypes hwloc's words by OS index of the node
record SpecialMemory(
    Map<Integer, String> subtypes,
    Map<Integer, Map<String, String>> infos,
    Map<Integer, CpuSet> places) {

  private static final String GPUS = "proc/driver/nvidia/gpus";
  private static final Pattern NODE = Pattern.compile("(?m)^Node:\\s*([0-9]{1,5})\\s*$");

  /// All special nodes.
  static SpecialMemory read(Sysfs sysfs) {
    var special = new SpecialMemory(new HashMap<>(), new HashMap<>(), new HashMap<>());
    special.gpus(sysfs);
    special.devices(sysfs);
    return special;
  }

  private void gpus(Sysfs sysfs) {
    for (String gpu : sysfs.tree().names(GPUS)) {
      var node = NODE.matcher(sysfs.text(GPUS + "/" + gpu + "/numa_status").orElse(""));
      if (node.find()) {
        int index = Integer.parseInt(node.group(1));
        subtypes.put(index, "GPUMemory");
        noted(index).put("PCIBusID", gpu);
        sysfs
            .map("sys/bus/pci/devices/" + gpu + "/local_cpus")
            .ifPresent(cpus -> places.put(index, cpus));
      }
    }
  }

  /// Memory devices that the `kmem` driver has made nodes of.
  private void devices(Sysfs sysfs) {
    for (String dax : sysfs.tree().names("sys/bus/dax/drivers/kmem")) {
      String device = "sys/bus/dax/devices/" + dax;
      int node = sysfs.index(device + "/target_node");
      if (node >= 0 && sysfs.tree().has(device)) {
        String kind = kind(sysfs.tree().where(device).orElse(""));
        noted(node).put("DAXDevice", dax);
        noted(node).put("DAXType", kind);
        if (!kind.equals("SPM")) {
          subtypes.putIfAbsent(node, kind);
        }
      }
    }
  }

  /// What a memory device is, by the path it is at: NVDIMMs hang below an `ndbus`, CXL memory below
  /// the CXL root `ACPI0017`; the rest is "specific-purpose memory", often HBM.
  static String kind(String path) {
    if (path.contains("/ndbus")) {
      return "NVM";
    }
    return path.contains("/ACPI0017") ? "CXL" : "SPM";
  }

  private Map<String, String> noted(int node) {
    return infos.computeIfAbsent(node, _ -> new LinkedHashMap<>());
  }

  /// Words on a node.
  Map<String, String> infos(int node) {
    return infos.getOrDefault(node, Map.of());
  }

  /// hwloc's word for the kind of memory; empty for ordinary memory.
  String subtype(int node) {
    return subtypes.getOrDefault(node, "");
  }

  /// Where the device says its memory is, if it does.
  Optional<CpuSet> near(int node) {
    return Optional.ofNullable(places.get(node));
  }
}
