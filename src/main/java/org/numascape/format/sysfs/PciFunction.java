package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;

/// A PCI function as the kernel lists it.
///
/// Source: kernel `Documentation/ABI/testing/sysfs-bus-pci`; PCI Local Bus Specification for the
/// first 64 bytes of `config`.
///
/// @param way the bridges that lead to it, the host bridge (`pci0000:00`) first
/// @param classId class and subclass as 0xCCSS, -1 when unknown
/// @param ids vendor and device in hex, `8086:1521`; empty when unknown
/// @param linkGbs link speed in GB/s, 0 when unknown
/// @param node as the firmware says, -1 when it does not
/// @param localCpus as the firmware says; empty when it does not
/// @param buses behind it, where it is a bridge
/// @param group its IOMMU group
record PciFunction(
    String address,
    List<String> way,
    int classId,
    String ids,
    double linkGbs,
    int node,
    CpuSet localCpus,
    Optional<Buses> buses,
    OptionalInt group) {

  static final String FOLDER = "sys/bus/pci/devices";

  private static final Pattern ADDRESS =
      Pattern.compile("\\p{XDigit}{4,8}:\\p{XDigit}{2}:\\p{XDigit}{2}\\.[0-7]");
  private static final Pattern HOST_BRIDGE = Pattern.compile("pci\\p{XDigit}{4,8}:\\p{XDigit}{2}");
  private static final Pattern GROUP = Pattern.compile(".*/iommu_groups/([0-9]{1,9})");

  private static final int PCI_BRIDGE = 0x0604;
  private static final int CONFIG = 64;

  /// Whole classes that matter, as hwloc's filter has them: storage, network, display, processors,
  /// accelerators.
  private static final Set<Integer> CLASSES = Set.of(0x01, 0x02, 0x03, 0x0b, 0x12);

  /// Single kinds that matter: CXL memory, Fibre Channel, InfiniBand.
  private static final Set<Integer> SUBCLASSES = Set.of(0x0502, 0x0c04, 0x0c06);

  /// Buses behind a bridge, both included.
  record Buses(int first, int last) {}

  /// All functions, in the order of their addresses.
  static List<PciFunction> scan(Sysfs sysfs) {
    return sysfs.tree().names(FOLDER).stream()
        .filter(name -> ADDRESS.matcher(name).matches())
        .map(name -> read(sysfs, name))
        .toList();
  }

  private static PciFunction read(Sysfs sysfs, String address) {
    String folder = FOLDER + "/" + address;
    long code = sysfs.hex(folder + "/class").orElse(-1);
    int classId = code < 0 ? -1 : (int) (code >> 8 & 0xffff);
    var vendor = sysfs.hex(folder + "/vendor");
    var device = sysfs.hex(folder + "/device");
    String ids =
        vendor.isPresent() && device.isPresent()
            ? "%04x:%04x".formatted(vendor.getAsLong() & 0xffff, device.getAsLong() & 0xffff)
            : "";
    return new PciFunction(
        address,
        way(sysfs.tree().where(folder).orElse("")),
        classId,
        ids,
        PciLink.gigabytes(
            sysfs.text(folder + "/current_link_speed").orElse(""),
            sysfs.text(folder + "/current_link_width").orElse("")),
        sysfs.index(folder + "/numa_node"),
        sysfs
            .map(folder + "/local_cpus")
            .or(() -> sysfs.list(folder + "/local_cpulist"))
            .orElse(CpuSet.EMPTY),
        classId == PCI_BRIDGE ? buses(sysfs, folder) : Optional.empty(),
        group(sysfs, folder));
  }

  /// The bridges on a path such as `sys/devices/pci0000:00/0000:00:01.1/0000:02:00.0`.
  static List<String> way(String path) {
    var way = new ArrayList<String>();
    for (String name : path.split("/", -1)) {
      if (ADDRESS.matcher(name).matches() || HOST_BRIDGE.matcher(name).matches()) {
        way.add(name);
      }
    }
    return way.isEmpty() ? List.of() : List.copyOf(way.subList(0, way.size() - 1));
  }

  /// A bridge of header type 1 has them in its configuration; a bridge whose secondary bus is 0
  /// leads nowhere.
  private static Optional<Buses> buses(Sysfs sysfs, String folder) {
    var first = sysfs.number(folder + "/secondary_bus_number");
    var last = sysfs.number(folder + "/subordinate_bus_number");
    if (first.isPresent() && last.isPresent()) {
      return Optional.of(new Buses((int) first.getAsLong() & 0xff, (int) last.getAsLong() & 0xff));
    }
    return sysfs
        .tree()
        .bytes(folder + "/config", CONFIG)
        .filter(config -> config.length >= 0x1b && (config[0x0e] & 0x7f) == 1)
        .map(config -> new Buses(config[0x19] & 0xff, config[0x1a] & 0xff));
  }

  private static OptionalInt group(Sysfs sysfs, String folder) {
    var group = GROUP.matcher(sysfs.tree().where(folder + "/iommu_group").orElse(""));
    return group.matches() ? OptionalInt.of(Integer.parseInt(group.group(1))) : OptionalInt.empty();
  }

  boolean isBridge() {
    return classId == PCI_BRIDGE;
  }

  boolean isImportant() {
    return CLASSES.contains(classId >> 8) || SUBCLASSES.contains(classId);
  }

  /// `0000` of `0000:02:00.0`
  String domain() {
    return address.substring(0, address.indexOf(':'));
  }

  int bus() {
    int colon = address.indexOf(':');
    return Integer.parseInt(address.substring(colon + 1, colon + 3), 16);
  }

  /// Words on it under the names all readers use.
  Map<String, String> infos(PciNames names) {
    var infos = new LinkedHashMap<String, String>();
    names.vendor(ids).ifPresent(vendor -> infos.put("PCIVendor", vendor));
    names.device(ids).ifPresent(device -> infos.put("PCIDevice", device));
    if (!ids.isEmpty()) {
      infos.put(InfoName.PCI_ID, ids);
    }
    if (isBridge()) {
      infos.put(InfoName.PCI_CLASS, "%04x".formatted(classId));
    }
    buses.ifPresent(range ->
        infos.put(
            InfoName.PCI_BUSES, "%s:[%02x-%02x]".formatted(domain(), range.first(), range.last())));
    return infos;
  }
}
