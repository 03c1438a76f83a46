package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;

/// The integrated display adapter is given to a guest.
final class HostDisplay implements GuestCheck {

  private static final String ADDRESS = "0000:00:02.0";
  private static final int DISPLAY = 0x03;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    return Devices.of(guest).stream()
        .filter(device -> device.address().equals(ADDRESS) && device.classId() >> 8 == DISPLAY)
        .map(device ->
            Finding.of(
                    "D-10",
                    Severity.WARNING,
                    guest,
                    "It is given " + device.address() + ", where integrated displays are")
                .at(new Item.Device(guest.id(), device.address()), new Item.OnHost(device.id())));
  }
}
