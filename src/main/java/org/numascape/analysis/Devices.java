package org.numascape.analysis;

import java.util.List;
import java.util.Optional;
import org.numascape.domain.HostDevice;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.OsDevice;
import org.numascape.topology.PciDevice;

/// Where devices are.
public interface Devices {

  /// The nodes (OS indexes) a device is on; empty where nobody says, or where it is as near to all.
  static NodeSet nodes(HostTopology host, PciDevice device) {
    if (device.node() >= 0 && host.node(device.node()).isPresent()) {
      return NodeSet.of(device.node());
    }
    var near = host.nodesOf(device.cpus());
    return near.containsAll(host.nodesOf(host.usableCpus())) && near.size() > 1
        ? NodeSet.EMPTY
        : near;
  }

  /// The device of that PCI address.
  static Optional<PciDevice> at(HostTopology host, String address) {
    return host.all(PciDevice.class).stream()
        .filter(device -> device.address().equalsIgnoreCase(address))
        .findFirst();
  }

  /// The devices of the host that a guest is given.
  static List<PciDevice> of(GuestFacts guest) {
    return guest.domain().devices().stream()
        .map(HostDevice::address)
        .distinct()
        .flatMap(address -> at(guest.host(), address).stream())
        .toList();
  }

  /// `mlx5_0 (0000:41:00.0)`, or the address alone where the device has no name.
  static String name(PciDevice device) {
    return device
        .contents()
        .all()
        .filter(OsDevice.class::isInstance)
        .map(OsDevice.class::cast)
        .map(os -> os.name() + " (" + device.address() + ")")
        .findFirst()
        .orElse(device.address());
  }
}
