package org.numascape.format.capabilities;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PciDevice;

/// A PCI function as its node device tells it.
///
/// @param classId class and subclass as 0xCCSS
/// @param node OS index of its node, -1 when the firmware does not say
/// @param iommuGroup devices of one group go to one guest together
/// @param infos other words on it
record PciFunction(
    String address,
    int classId,
    String name,
    double linkGbs,
    int node,
    OptionalInt iommuGroup,
    Map<String, String> infos) {

  /// Whole classes worth drawing: storage, network, display, processors, accelerators.
  private static final Set<Integer> CLASSES = Set.of(0x01, 0x02, 0x03, 0x0b, 0x12);

  /// Single kinds worth drawing: CXL memory, Fibre Channel, InfiniBand, as hwloc's "important"
  /// filter has it.
  private static final Set<Integer> SUBCLASSES = Set.of(0x0502, 0x0c04, 0x0c06);

  static PciFunction of(NodeDevice device) throws FormatException {
    String source = device.source();
    var pci = device.capability();
    String address =
        "%04x:%02x:%02x.%x"
            .formatted(
                part(source, pci, "domain"),
                part(source, pci, "bus"),
                part(source, pci, "slot"),
                part(source, pci, "function"));
    String name =
        Stream.of(pci.child("vendor"), pci.child("product"))
            .flatMap(Optional::stream)
            .map(XmlElement::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    var numa = pci.child("numa");
    int node = numa.isEmpty() ? -1 : new Value(source, numa.get()).number("node", -1);
    return new PciFunction(
        address, classId(pci), name, link(pci), node, iommuGroup(source, pci), infos(device));
  }

  private static OptionalInt iommuGroup(String source, XmlElement pci) throws FormatException {
    var group = pci.child("iommuGroup");
    int number = group.isEmpty() ? -1 : new Value(source, group.get()).number("number", -1);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// Under hwloc's names where it has one. `LibvirtName` is what `virsh nodedev-detach` takes.
  private static Map<String, String> infos(NodeDevice device) {
    var infos = new LinkedHashMap<String, String>();
    var pci = device.capability();
    put(infos, "PCIVendor", pci.child("vendor").map(XmlElement::text));
    put(infos, "PCIDevice", pci.child("product").map(XmlElement::text));
    put(infos, "LibvirtName", Optional.of(device.name()));
    for (var capability : pci.children("capability").toList()) {
      switch (capability.attribute("type").orElse("")) {
        case "virt_functions" ->
            infos.put(
                "VirtualFunctions",
                capability.children("address").count()
                    + capability.attribute("maxCount").map(most -> " of " + most).orElse(""));
        case "phys_function" -> infos.put("VirtualFunction", "yes");
        case "mdev_types" -> infos.put("MediatedDevices", "yes");
        default -> {}
      }
    }
    return infos;
  }

  private static void put(Map<String, String> infos, String name, Optional<String> word) {
    word.map(String::strip)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> infos.put(name, text));
  }

  private static int part(String source, XmlElement pci, String name) throws FormatException {
    var element = pci.child(name);
    if (element.isEmpty()) {
      throw new Value(source, pci)
          .wrong("a PCI function has no <%s>; read the host again.".formatted(name));
    }
    var value = new Value(source, element.get());
    long number = value.content();
    if (number < 0 || number > 0xffff_ffffL) {
      throw value.wrong("%d is no PCI %s; read the host again.".formatted(number, name));
    }
    return (int) number;
  }

  /// `0x020000` is class, subclass and programming interface.
  private static int classId(XmlElement pci) {
    String text = pci.child("class").map(XmlElement::text).orElse("").toLowerCase(Locale.ROOT);
    return text.matches("0x[0-9a-f]{6}") ? Integer.parseInt(text.substring(2, 6), 16) : -1;
  }

  /// The link as it runs now, or as it could: GT/s per lane less the line code, eight bits a byte.
  private static double link(XmlElement pci) {
    return pci.path("pci-express", "link")
        .sorted((one, other) -> validity(other).compareTo(validity(one)))
        .mapToDouble(PciFunction::gigabytes)
        .filter(speed -> speed > 0)
        .findFirst()
        .orElse(0);
  }

  /// `sta` (status) before `cap` (capability).
  private static String validity(XmlElement link) {
    return link.attribute("validity").orElse("");
  }

  private static double gigabytes(XmlElement link) {
    String speed = link.attribute("speed").orElse("");
    String width = link.attribute("width").orElse("");
    if (!speed.matches("[0-9]{1,3}(\\.[0-9]+)?") || !width.matches("[0-9]{1,2}")) {
      return 0;
    }
    double transfers = Double.parseDouble(speed);
    double code = transfers <= 5 ? 8 / 10.0 : 128 / 130.0;
    return transfers * code * Integer.parseInt(width) / 8;
  }

  boolean worthDrawing() {
    return CLASSES.contains(classId >> 8) || SUBCLASSES.contains(classId);
  }

  /// @param near the PUs of its node
  Draft draft(CpuSet near) {
    return Draft.of(
            ObjectKind.PCI_DEVICE,
            near,
            (logical, contents) ->
                new PciDevice(logical, address, classId, name, linkGbs, node, near, contents))
        .told(infos, "");
  }
}
