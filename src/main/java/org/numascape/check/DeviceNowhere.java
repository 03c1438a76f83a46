package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// A passed-through device of a host with several nodes that does not say where it is.
final class DeviceNowhere implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return guest.host().nodes().size() < 2
        ? Stream.empty()
        : Devices.of(guest).stream()
            .filter(device -> Devices.nodes(guest.host(), device).isEmpty())
            .map(device ->
                Finding.of(
                        "D-05",
                        Severity.INFO,
                        guest,
                        Devices.name(device) + " does not say which node it is on")
                    .at(
                        new Item.Device(guest.id(), device.address()),
                        new Item.OnHost(device.id())));
  }
}
