package org.numascape.cli;

import java.util.ArrayList;
import java.util.List;
import org.numascape.design.Design;
import org.numascape.design.Guest;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;

/// Takes out of a design who it belongs to, for pictures that are shown to others: the host is
/// called "host" and its guests are numbered.
interface Nameless {

  /// The same design without names of hosts and guests. Pictures only: its guests have texts that
  /// still name them.
  static Design of(Design design) {
    var host = design.host();
    var machine = new Machine("host", host.machine().cpus(), host.machine().contents());
    var unnamed = new HostTopology(machine, host.distances(), host.facts());
    return design.onHost(unnamed, design.source()).withGuests(numbered(design.guests()));
  }

  private static List<Guest> numbered(List<Guest> guests) {
    var numbered = new ArrayList<Guest>(guests.size());
    for (int at = 0; at < guests.size(); at++) {
      var guest = guests.get(at);
      numbered.add(guest.wanting(guest.wanted().named("vm" + (at + 1), guest.wanted().uuid())));
    }
    return numbered;
  }
}
