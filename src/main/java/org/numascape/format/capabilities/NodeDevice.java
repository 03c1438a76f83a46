package org.numascape.format.capabilities;

import java.util.Optional;
import java.util.Set;
import org.numascape.format.FormatException;
import org.numascape.format.Xml;
import org.numascape.format.XmlElement;

/// A `<device>` of libvirt's: a PCI function, what the operating system makes of one, or a step
/// between the two (`scsi_host`, `scsi_target`).
///
/// @param name libvirt's own, such as `pci_0000_41_00_0`
/// @param parent the name of what it hangs on; empty when it hangs on nothing
/// @param capability the element that says what it is
record NodeDevice(String source, String name, String parent, String type, XmlElement capability) {

  private static final Xml.Expected EXPECTED =
      new Xml.Expected(
          Set.of("device"), "\"virsh nodedev-dumpxml\" prints a node device.", Xml.Doctype.REFUSED);

  static Optional<NodeDevice> read(String source, String xml) throws FormatException {
    var device = Xml.tree(source, xml, EXPECTED);
    return device
        .child("capability")
        .map(capability ->
            new NodeDevice(
                source,
                text(device, "name"),
                text(device, "parent"),
                capability.attribute("type").orElse(""),
                capability));
  }

  private static String text(XmlElement device, String child) {
    return device.child(child).map(XmlElement::text).map(String::strip).orElse("");
  }

  boolean isPci() {
    return type.equals("pci");
  }

  /// hwloc's word for the kind of device it is to the operating system; empty when it is none.
  Optional<String> osType() {
    return switch (type) {
      case "net" -> Optional.of("Network");
      case "storage" -> Optional.of("Storage");
      case "drm" -> Optional.of("GPU");
      default -> Optional.empty();
    };
  }

  /// What the operating system calls it: `eth0`, `nvme0n1`, `card0`.
  String osName() {
    return switch (type) {
      case "net" -> text(capability, "interface");
      case "storage" -> file(text(capability, "block"));
      default -> name.startsWith("drm_") ? name.substring("drm_".length()) : name;
    };
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
