package org.numascape.app.domains;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.numascape.topology.HostTopology;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// What people call a host device, and where it is.
///
/// @param words for a chip: `mlx5_0 41:00.0`, the address alone where the host knows no name
/// @param where whole name, address and nodes
record DeviceName(String words, String where) {

  /// The names of the device at a PCI address.
  static DeviceName of(HostTopology host, String address) {
    Optional<PciDevice> found =
        host.all(PciDevice.class).stream()
            .filter(device -> device.address().equalsIgnoreCase(address))
            .findFirst();
    String bus = address.startsWith("0000:") ? address.substring(5) : address;
    if (found.isEmpty()) {
      return new DeviceName(bus, "PCI device " + address + " · not on this host");
    }
    var device = found.get();
    String os =
        device.contents().devices().stream()
            .filter(OsDevice.class::isInstance)
            .map(inner -> ((OsDevice) inner).name())
            .collect(Collectors.joining(", "));
    String first = os.isEmpty() ? firstWord(device.name()) : shortest(os);
    String names =
        device.name().isEmpty() || os.isEmpty() ? device.name() + os : device.name() + ", " + os;
    return new DeviceName(
        first.isEmpty() ? bus : first + " " + bus,
        "PCI device " + address + (names.isEmpty() ? "" : " " + names) + nodes(host, device));
  }

  /// Of several names the shortest fits a chip: `mlx5_0` rather than `enp65s0f0np0`.
  private static String shortest(String names) {
    return Arrays.stream(names.split(", ", -1))
        .min(Comparator.comparingInt(String::length))
        .orElse(names);
  }

  private static String firstWord(String name) {
    return name.strip().split("\\s+", 2)[0];
  }

  private static String nodes(HostTopology host, PciDevice device) {
    if (device.node() >= 0) {
      return " · node " + device.node();
    }
    var nodes = host.nodesOf(device.cpus());
    return nodes.isEmpty() ? "" : (nodes.size() == 1 ? " · node " : " · nodes ") + nodes;
  }

  /// Its chip's look and words: it is where it is plugged in.
  Place place(String owner) {
    return new Place(Place.Look.PINNED, where + " · device" + owner);
  }
}
