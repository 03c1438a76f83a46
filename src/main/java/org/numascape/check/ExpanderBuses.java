package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.numascape.domain.Controller;
import org.numascape.domain.Domain;
import org.numascape.domain.HostDevice;
import org.numascape.domain.PciSlot;

/// Buses of a guest that tell which cell what is below them is on.
interface ExpanderBuses {

  /// No chain of bridges is deeper.
  int DEEPEST = 8;

  /// The expander buses of a guest.
  static List<Controller> of(Domain domain) {
    return domain.hardware().controllers().stream().filter(Controller::expander).toList();
  }

  /// The cell that the guest is told a device is on; empty where it is told none.
  static OptionalInt cellOf(Domain domain, HostDevice device) {
    return above(domain, device).map(Controller::node).orElse(OptionalInt.empty());
  }

  /// The expander bus that a device hangs below.
  static Optional<Controller> above(Domain domain, HostDevice device) {
    var bus = device.guest().map(PciSlot::bus);
    for (int step = 0; bus.isPresent() && step < DEEPEST; step++) {
      int index = bus.get();
      var above =
          domain.hardware().controllers().stream()
              .filter(one -> one.type().equals("pci") && one.index().equals(OptionalInt.of(index)))
              .findFirst();
      if (above.filter(Controller::expander).isPresent()) {
        return above;
      }
      bus = above.flatMap(Controller::address).map(PciSlot::bus).filter(next -> next != index);
    }
    return Optional.empty();
  }
}
