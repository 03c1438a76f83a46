package org.numascape.app.picture;

import org.numascape.design.Design;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Machine;

/// A design whose host and guests have no names of their own, to be shown to strangers.
interface Nameless {

  /// The same design with `host` and `vm1`, `vm2`, ... for names.
  static Design of(Design design) {
    var machine = design.host().machine();
    var host =
        new HostTopology(
            new Machine("host", machine.cpus(), machine.contents()),
            design.host().distances(),
            design.host().facts());
    var nameless = design.onHost(host, design.source());
    int number = 0;
    for (var guest : design.guests()) {
      number++;
      String name = "vm" + number;
      nameless = nameless.withDomain(guest.id(), domain -> domain.named(name, domain.uuid()));
    }
    return nameless;
  }
}
