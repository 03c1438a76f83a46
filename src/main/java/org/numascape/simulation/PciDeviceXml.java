package org.numascape.simulation;

import java.util.Locale;
import org.numascape.topology.PciDevice;

/// A PCI device as libvirt describes it. Source: libvirt `virNodeDeviceDefFormat`.
interface PciDeviceXml {

  /// Node device XML.
  static String of(PciDevice device) {
    String[] parts = device.address().split("[:.]", -1);
    String node = device.node() < 0 ? "" : "    <numa node='" + device.node() + "'/>\n";
    String classId =
        device.classId() < 0
            ? ""
            : String.format(Locale.ROOT, "    <class>0x%04x00</class>\n", device.classId());
    return String.format(
        Locale.ROOT,
        """
        <device>
          <name>pci_%s</name>
          <capability type='pci'>
        %s    <domain>%d</domain>
            <bus>%d</bus>
            <slot>%d</slot>
            <function>%d</function>
            <product>%s</product>
        %s  </capability>
        </device>
        """,
        device.address().replaceAll("[:.]", "_"),
        classId,
        Integer.parseInt(parts[0], 16),
        Integer.parseInt(parts[1], 16),
        Integer.parseInt(parts[2], 16),
        Integer.parseInt(parts[3], 16),
        device.name().replace("&", "&amp;").replace("<", "&lt;"),
        node);
  }
}
