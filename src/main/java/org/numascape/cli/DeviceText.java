package org.numascape.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// The devices of a host: address, name, node, link, IOMMU group, what the system calls them.
record DeviceText(HostTopology host) {

  /// A line a PCI device.
  List<String> lines() {
    return host.all(PciDevice.class).stream().map(this::line).toList();
  }

  private String line(PciDevice device) {
    var text = new StringBuilder("device ").append(device.address());
    if (!device.name().isEmpty()) {
      text.append(' ').append(device.name());
    }
    text.append("; ").append(node(device));
    if (device.linkGbs() > 0) {
      text.append(String.format(Locale.ROOT, "; %.1f GB/s", device.linkGbs()));
    }
    Integer group = host.facts().iommuGroups().get(device.address());
    if (group != null) {
      text.append("; IOMMU group ").append(group);
    }
    String names =
        device.contents().devices().stream()
            .filter(OsDevice.class::isInstance)
            .map(OsDevice.class::cast)
            .map(inside ->
                inside.name() + (inside.type().isEmpty() ? "" : " (" + inside.type() + ")"))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? text.toString() : text.append("; ").append(names).toString();
  }

  /// Where the firmware does not say, the PUs its bus is near do.
  private String node(PciDevice device) {
    if (device.node() >= 0) {
      return "node " + device.node();
    }
    var nodes = host.nodesOf(device.cpus());
    return nodes.isEmpty() || nodes.equals(host.nodeSet())
        ? "node unknown"
        : "near node " + nodes + ", by its bus";
  }
}
