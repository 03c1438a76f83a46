package org.numascape.app.connect;

import java.util.Optional;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.simulation.SimulatedHypervisor;

/// A simulated hypervisor that has the guests of a design as they were read.
final class Simulated {

  private Simulated() {}

  /// The host of a design; guests that came from files are not on it.
  static Hypervisor host(Design design) {
    var records =
        design.guests().stream()
            .filter(guest -> guest.state() != DomainState.FILE)
            .flatMap(guest -> guest.stored().uuid().map(uuid -> domain(guest, uuid)).stream())
            .toList();
    return SimulatedHypervisor.of(design.host(), records);
  }

  private static DomainRecord domain(Guest guest, String uuid) {
    return new DomainRecord(
        uuid,
        guest.stored().name(),
        guest.state(),
        guest.xml(),
        guest.state().active() ? Optional.of(guest.xml()) : Optional.empty(),
        guest.persistent(),
        false,
        false);
  }
}
