package org.numascape.app.review;

import java.util.HashSet;
import java.util.Set;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.domain.DomainState;
import org.numascape.hypervisor.DomainRecord;
import org.numascape.hypervisor.Hypervisor;
import org.numascape.hypervisor.HypervisorException;

/// Finds guests that somebody else changed. The apply looks again; this is so that nobody decides
/// on stale facts.
final class ChangedSince {

  private ChangedSince() {}

  /// Changed guests whose definition on the host is not the one the design was made from. Blocks.
  ///
  /// @throws HypervisorException when the host does not answer
  static Set<DomainId> of(Design design, Hypervisor hypervisor) throws HypervisorException {
    var found = new HashSet<DomainId>();
    for (var guest : design.changedGuests().toList()) {
      var uuid = guest.stored().uuid();
      if (uuid.isPresent() && guest.state() != DomainState.FILE) {
        var now = hypervisor.domain(uuid.get());
        if (now.filter(record -> asRead(guest, record)).isEmpty()) {
          found.add(guest.id());
        }
      }
    }
    return found;
  }

  /// A transient domain's text changes by itself while it runs.
  private static boolean asRead(Guest guest, DomainRecord now) {
    return now.persistent() == guest.persistent()
        && (!now.persistent() || now.inactiveXml().equals(guest.xml()));
  }
}
