package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A passed-through device is on a node without CPUs.
final class DeviceWithoutCpus implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return Devices.of(guest).stream()
        .filter(device -> {
          var nodes = Devices.nodes(guest.host(), device);
          return !nodes.isEmpty()
              && nodes.stream().allMatch(node -> guest.host().cpusOf(node).isEmpty());
        })
        .map(device ->
            Finding.of(
                    "D-14",
                    Severity.INFO,
                    guest,
                    Devices.name(device)
                        + " is on "
                        + Words.nodes(Devices.nodes(guest.host(), device))
                        + ", which has no CPUs")
                .at(new Item.Device(guest.id(), device.address()), new Item.OnHost(device.id())));
  }
}
