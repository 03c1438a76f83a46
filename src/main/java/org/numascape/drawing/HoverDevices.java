package org.numascape.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.numascape.topology.Bridge;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// What a device says of itself when pointed at.
interface HoverDevices {

  /// Its address, its whole name, its link, its IOMMU group, the node it is on.
  static List<String> pci(HostTopology host, PciDevice device) {
    var lines = new ArrayList<String>();
    String kind = Words.deviceKind(device);
    lines.add(
        "PCI "
            + device.address()
            + (kind.isEmpty() ? "" : " · " + kind)
            + (device.name().isEmpty() ? "" : " · " + device.name())
            + link(device.linkGbs()));
    Integer group = host.facts().iommuGroups().get(device.address());
    if (group != null) {
      lines.add("IOMMU group " + group);
    }
    lines.add(
        device.node() >= 0 ? "on node " + device.node() : "the firmware does not say which node");
    device.contents().devices().stream()
        .filter(OsDevice.class::isInstance)
        .map(OsDevice.class::cast)
        .forEach(inside -> lines.addAll(os(inside)));
    return lines;
  }

  /// What the system calls it and what for.
  static List<String> os(OsDevice device) {
    String name = device.name().isBlank() ? "unnamed device" : device.name();
    return List.of(name + (device.type().isBlank() ? "" : " · " + device.type()));
  }

  /// Where it leads and how fast.
  static List<String> bridge(Bridge bridge) {
    return List.of(
        (bridge.host() ? "Host bridge" : "PCI bridge")
            + (bridge.address().isEmpty() ? "" : " " + bridge.address())
            + link(bridge.linkGbs()));
  }

  private static String link(double linkGbs) {
    return linkGbs > 0 ? String.format(Locale.ROOT, " · link %.1f GB/s", linkGbs) : "";
  }
}
