package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.topology.Bridge;
import org.numascape.topology.CpuSet;
import org.numascape.topology.InfoName;
import org.numascape.topology.Misc;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// Turns bridges, PCI functions, OS devices and Misc objects into drafts.
///
/// @param three whether `osdev_type` is the bit mask of hwloc 3 or the number of hwloc 1 and 2
record HwlocDevices(boolean three) {

  private static final List<String> NUMBERED =
      List.of("Storage", "GPU", "Network", "OpenFabrics", "DMA", "CoProc");

  /// What hwloc 1 and 2 call a block device and hwloc 3 memory.
  private static final Set<String> MEMORIES = Set.of("NVDIMM", "SPM", "CXLMem");

  /// A device of hwloc 3 may be several things; it is called by the first of these that it is.
  private enum Bit {
    OpenFabrics(32),
    GPU(4),
    Network(16),
    CoProc(8),
    Memory(2),
    Storage(1),
    DMA(64);

    private final int mask;

    Bit(int mask) {
      this.mask = mask;
    }
  }

  /// Drafts of devices that hang below an object with these PUs and this nearest node (-1:
  /// unknown); Misc objects last, as in hwloc.
  List<Draft> attached(List<Attached> devices, CpuSet cpus, int node) throws FormatException {
    var drafts = new ArrayList<Draft>();
    for (var device : devices) {
      drafts.add(draft(device, cpus, node));
    }
    return ordered(drafts);
  }

  private static List<Draft> ordered(List<Draft> drafts) {
    drafts.sort(Comparator.comparing(draft -> draft.kind() == ObjectKind.MISC));
    return drafts;
  }

  private Draft draft(Attached attached, CpuSet cpus, int node) throws FormatException {
    var device = attached.device();
    Draft draft =
        switch (device.type()) {
          case "Bridge" -> bridge(device, cpus);
          case "PCIDev" -> pciDevice(device, cpus, node);
          case "OSDev" -> osDevice(device, cpus);
          case "Misc" -> misc(device, cpus);
          default ->
              throw device.wrong(
                  "a %s cannot be inside a device; export the topology again."
                      .formatted(device.type()));
        };
    var inside = new ArrayList<Draft>();
    for (var inner : device.objects()) {
      inside.add(draft(new Attached(inner, ""), cpus, node));
    }
    return infos(device)
        .add(InfoName.ATTACHED_TO, attached.to())
        .told(draft, device)
        .with(List.of(), List.of(), ordered(inside));
  }

  /// What one device is told, beside its record.
  private HwlocInfos infos(HwlocObject device) throws FormatException {
    var infos = HwlocInfos.of(device).numbered(device);
    return switch (device.type()) {
      case "Bridge" -> {
        boolean host = isHostBridge(device);
        yield infos
            .named(device)
            .pci(device)
            .add(InfoName.PCI_BUSES, host ? "" : device.text("bridge_pci"));
      }
      case "PCIDev" -> infos.named(device).pci(device);
      case "OSDev" -> infos.subtyped(device).add(InfoName.OS_DEVICE_KINDS, severalKinds(device));
      default -> infos.subtyped(device);
    };
  }

  private static boolean isHostBridge(HwlocObject device) {
    return device.text("bridge_type").startsWith("0");
  }

  private static Draft bridge(HwlocObject device, CpuSet cpus) {
    boolean host = isHostBridge(device);
    String address = device.text(host ? "bridge_pci" : "pci_busid");
    double link = device.decimal("pci_link_speed");
    return Draft.of(
        ObjectKind.BRIDGE,
        cpus,
        (logical, contents) -> new Bridge(logical, host, address, link, cpus, contents));
  }

  private static Draft pciDevice(HwlocObject device, CpuSet cpus, int node) {
    String address = device.text("pci_busid");
    int classId = classId(device.text("pci_type"));
    String name =
        Stream.of(device.info("PCIVendor"), device.info("PCIDevice"))
            .flatMap(words -> words.stream())
            .collect(Collectors.joining(" "));
    double link = device.decimal("pci_link_speed");
    return Draft.of(
        ObjectKind.PCI_DEVICE,
        cpus,
        (logical, contents) ->
            new PciDevice(logical, address, classId, name, link, node, cpus, contents));
  }

  /// `0200 [14e4:1639] [1028:02d3] 20` begins with class and subclass.
  private static int classId(String type) {
    return type.matches("[0-9a-fA-F]{4}( .*)?") ? Integer.parseInt(type.substring(0, 4), 16) : -1;
  }

  private Draft osDevice(HwlocObject device, CpuSet cpus) throws FormatException {
    String name = device.text("name");
    String type = osType(device);
    return Draft.of(
        ObjectKind.OS_DEVICE,
        cpus,
        (logical, contents) -> new OsDevice(logical, name, type, cpus, contents));
  }

  private String osType(HwlocObject device) throws FormatException {
    long type = device.number("osdev_type", -1);
    if (type < 0) {
      return "";
    }
    if (three) {
      return Stream.of(Bit.values())
          .filter(bit -> (type & bit.mask) != 0)
          .findFirst()
          .map(Bit::name)
          .orElse("");
    }
    boolean memory = type == 0 && MEMORIES.contains(device.text("subtype"));
    return memory ? Bit.Memory.name() : type < NUMBERED.size() ? NUMBERED.get((int) type) : "";
  }

  private String severalKinds(HwlocObject device) throws FormatException {
    long type = three ? device.number("osdev_type", 0) : 0;
    return Long.bitCount(type) < 2
        ? ""
        : Stream.of(Bit.values())
            .filter(bit -> (type & bit.mask) != 0)
            .map(Bit::name)
            .collect(Collectors.joining(","));
  }

  private static Draft misc(HwlocObject device, CpuSet cpus) {
    String name = device.text("name").isEmpty() ? device.text("subtype") : device.text("name");
    return Draft.of(
        ObjectKind.MISC, cpus, (logical, contents) -> new Misc(logical, name, cpus, contents));
  }
}
