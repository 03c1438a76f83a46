package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PciDevice;

/// A passed-through device is on a node where its guest has no vCPU.
final class RemoteDevice implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var own = guest.reach().cpuNodes();
    return own.isEmpty()
        ? Stream.empty()
        : Devices.of(guest).stream()
            .filter(device -> {
              var there = Devices.nodes(guest.host(), device);
              return !there.isEmpty() && !there.intersects(own);
            })
            .map(device -> finding(guest, device, own));
  }

  private static Finding finding(GuestFacts guest, PciDevice device, NodeSet own) {
    var there = Devices.nodes(guest.host(), device);
    return Finding.of(
            "D-01",
            Severity.WARNING,
            guest,
            Devices.name(device)
                + " is on "
                + Words.nodes(there)
                + ", the vCPUs are on "
                + Words.nodes(own))
        .at(new Item.Device(guest.id(), device.address()), new Item.OnHost(device.id()))
        .fixed(now ->
            there.stream()
                .boxed()
                .flatMap(node -> Pull.to(now, guest, node).stream())
                .limit(1)
                .toList());
  }
}
