package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.numascape.format.Draft;
import org.numascape.format.Nesting.Loose;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;

/// Finds what the operating system has made of devices: disks, interfaces, fabrics, memory. What is
/// virtual or hangs at USB is left out, as in hwloc.
///
/// Source: kernel `Documentation/ABI/stable/sysfs-block`, `testing/sysfs-class-net`,
/// `stable/sysfs-class-infiniband`, `testing/sysfs-bus-dax`, `testing/sysfs-bus-cxl`.
final class OsDeviceScan {

  private final Sysfs sysfs;
  private final Map<Integer, CpuSet> nodes;
  private final Map<String, List<Draft>> onPci = new HashMap<>();
  private final List<Loose> elsewhere = new ArrayList<>();

  private OsDeviceScan(Sysfs sysfs, Map<Integer, CpuSet> nodes) {
    this.sysfs = sysfs;
    this.nodes = nodes;
  }

  /// What was found.
  ///
  /// @param onPci by address of the PCI function they are on
  /// @param elsewhere those on no PCI function
  record Result(Map<String, List<Draft>> onPci, List<Loose> elsewhere) {}

  /// All OS devices.
  ///
  /// @param nodes the CPUs of every node, as OS indexes
  static Result scan(Sysfs sysfs, Map<Integer, CpuSet> nodes, Devices wanted) {
    var scan = new OsDeviceScan(sysfs, nodes);
    scan.each(
        "sys/class/block",
        name -> !sysfs.tree().has("sys/class/block/" + name + "/partition"),
        "Storage",
        BlockWords::of);
    scan.each(
        "sys/bus/dax/devices",
        name -> !sysfs.tree().has("sys/bus/dax/drivers/kmem/" + name),
        "Memory",
        OsDeviceScan::dax);
    scan.each("sys/class/net", _ -> true, "Network", (_, _) -> Map.of());
    scan.each(
        "sys/class/infiniband",
        name -> !name.startsWith("scif"),
        "OpenFabrics",
        (_, _) -> Map.of());
    scan.each(
        "sys/class/ve", _ -> true, "CoProc", (_, _) -> Map.of(InfoName.SUBTYPE, "VectorEngine"));
    scan.each(
        "sys/bus/cxl/devices", name -> name.matches("mem[0-9]+"), "Memory", OsDeviceScan::cxl);
    if (wanted == Devices.ALL) {
      scan.each(
          "sys/class/drm",
          name -> sysfs.tree().has("sys/class/drm/" + name + "/dev"),
          "GPU",
          (_, _) -> Map.of());
      scan.each("sys/class/dma", _ -> true, "DMA", (_, _) -> Map.of());
    }
    return new Result(scan.onPci, scan.elsewhere);
  }

  /// Tells the words on a device in a folder.
  private interface Words {
    Map<String, String> of(Sysfs sysfs, String folder);
  }

  private void each(
      String folder, java.util.function.Predicate<String> wanted, String type, Words words) {
    for (String name : sysfs.tree().names(folder)) {
      String path = folder + "/" + name;
      String real = real(path);
      boolean hidden = real.isEmpty() || real.contains("/virtual/") || real.contains("/usb");
      if (!hidden && wanted.test(name)) {
        add(real, path, type, name, words.of(sysfs, path));
      }
    }
  }

  /// Where the device is. On old kernels the entry of a class is a folder, and `device` in it a
  /// link.
  private String real(String path) {
    String real = sysfs.tree().where(path).orElse("");
    if (!real.startsWith("sys/class/")) {
      return real;
    }
    String device = sysfs.tree().where(path + "/device").orElse("");
    return device.startsWith("sys/class/") ? "" : device;
  }

  private void add(String real, String path, String type, String name, Map<String, String> infos) {
    var way = PciFunction.way(real + "/end/0000:00:00.0");
    if (!way.isEmpty() && !way.getLast().startsWith("pci")) {
      onPci
          .computeIfAbsent(way.getLast(), _ -> new ArrayList<>())
          .add(draft(type, name, CpuSet.EMPTY, infos));
      return;
    }
    var near = near(real, path);
    elsewhere.add(new Loose(draft(type, name, near, infos), near));
  }

  /// A class tells it of the device behind the entry, a bus of the entry itself; before kernel 5.5
  /// memory devices told it of their parent only.
  private CpuSet near(String real, String path) {
    for (String place :
        List.of(path + "/device", real, real.substring(0, Math.max(0, real.lastIndexOf('/'))))) {
      int node = sysfs.index(place + "/numa_node");
      if (node >= 0) {
        return nodes.getOrDefault(node, CpuSet.EMPTY);
      }
    }
    return CpuSet.EMPTY;
  }

  private static Draft draft(String type, String name, CpuSet near, Map<String, String> infos) {
    return Draft.of(
            ObjectKind.OS_DEVICE,
            near,
            (logical, contents) -> new OsDevice(logical, name, type, near, contents))
        .told(infos, "");
  }

  private static Map<String, String> dax(Sysfs sysfs, String folder) {
    var infos = new LinkedHashMap<String, String>();
    infos.put(InfoName.SUBTYPE, SpecialMemory.kind(sysfs.tree().where(folder).orElse("")));
    sysfs.number(folder + "/size").ifPresent(bytes -> infos.put("Size", (bytes >> 10) + "KiB"));
    return infos;
  }

  private static final Pattern BYTES = Pattern.compile("0x\\p{XDigit}{1,15}|[0-9]{1,18}");

  private static Map<String, String> cxl(Sysfs sysfs, String folder) {
    var infos = new LinkedHashMap<String, String>();
    infos.put(InfoName.SUBTYPE, "CXLMem");
    Map.of("ram", "CXLRAMSize", "pmem", "CXLPMEMSize")
        .forEach((part, name) ->
            sysfs
                .text(folder + "/" + part + "/size")
                .filter(text -> BYTES.matcher(text).matches())
                .map(Long::decode)
                .filter(bytes -> bytes > 0)
                .ifPresent(bytes -> infos.put(name, (bytes >> 10) + "KiB")));
    return infos;
  }
}
