package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.Devices;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.Item;
import org.numascape.domain.HostDevice;
import org.numascape.placement.GuestBuses;
import org.numascape.topology.NodeSet;

/// A guest with several cells is not told which of them a passed-through device is on, or is told
/// another.
final class DeviceWithoutCell implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    if (guest.domain().cells().size() < 2) {
      return Stream.empty();
    }
    return guest.domain().devices().stream().flatMap(device -> examine(guest, device).stream());
  }

  private static Optional<Finding> examine(GuestFacts guest, HostDevice device) {
    var nodes =
        Devices.at(guest.host(), device.address())
            .map(it -> Devices.nodes(guest.host(), it))
            .orElse(NodeSet.EMPTY);
    var told = ExpanderBuses.cellOf(guest.domain(), device);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    if (told.isEmpty()) {
      boolean below = ExpanderBuses.above(guest.domain(), device).isPresent();
      String where = below ? "sits on an expander bus of no cell" : "sits on no expander bus";
      return Optional.of(finding(guest, device, where + ": the guest is not told its cell"));
    }
    var there = place(guest, told.getAsInt());
    return there.isEmpty() || there.intersects(nodes)
        ? Optional.empty()
        : Optional.of(
            finding(
                guest,
                device,
                "is on "
                    + Words.nodes(nodes)
                    + ", the guest is told cell "
                    + told.getAsInt()
                    + " on "
                    + Words.nodes(there)));
  }

  /// Expander buses, which a board with PCI Express can have.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    String label = "Put the devices of " + guest.guest().name() + " on their cells";
    return GuestBuses.plan(facts.design(), guest.id()).edit().stream()
        .flatMap(edit -> Trial.fix(facts, guest.id(), "D-02", label, List.of(edit)).stream())
        .toList();
  }

  private static NodeSet place(GuestFacts guest, int cell) {
    var memory = guest.memoryOf(cell);
    return memory.isEmpty() ? guest.host().nodesOf(guest.cpusOf(cell)) : memory;
  }

  private static Finding finding(GuestFacts guest, HostDevice device, String what) {
    return Finding.of("D-02", Severity.WARNING, guest, device.address() + " " + what)
        .at(new Item.Device(guest.id(), device.address()))
        .fixed(now -> fixes(now, guest));
  }
}
