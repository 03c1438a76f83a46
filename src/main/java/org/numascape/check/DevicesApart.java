package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.topology.NodeSet;

/// An accelerator and another device of one guest are on different nodes.
///
/// Right for a guest that has cells and CPUs on all of these nodes.
final class DevicesApart implements GuestCheck {

  private static final int DISPLAY = 0x03;
  private static final int ACCELERATOR = 0x12;

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var devices =
        Devices.of(guest).stream()
            .filter(device -> Devices.nodes(guest.host(), device).size() == 1)
            .toList();
    var nodes =
        devices.stream()
            .map(device -> Devices.nodes(guest.host(), device))
            .reduce(NodeSet.EMPTY, NodeSet::or);
    boolean accelerated =
        devices.stream()
            .map(device -> device.classId() >> 8)
            .anyMatch(kind -> kind == DISPLAY || kind == ACCELERATOR);
    boolean spans =
        guest.domain().cells().size() > 1 && guest.reach().cpuNodes().containsAll(nodes);
    return nodes.size() < 2 || !accelerated || spans
        ? Stream.empty()
        : Finding.of("D-12", Severity.INFO, guest, "Its devices are on " + Words.nodes(nodes))
            .at(
                devices.stream()
                    .map(device -> new Item.Device(guest.id(), device.address()))
                    .toList())
            .stream();
  }
}
