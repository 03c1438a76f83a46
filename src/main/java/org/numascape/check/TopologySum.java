package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.GuestWords;

/// The guest's topology makes another number of vCPUs than it has.
final class TopologySum implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    int maximum = guest.domain().vcpus().maximum();
    return guest.domain().topology().stream()
        .filter(topology -> topology.product() != maximum)
        .map(topology ->
            Finding.of(
                "P-23",
                Severity.ERROR,
                guest,
                GuestWords.topology(topology)
                    + " make "
                    + topology.product()
                    + " vCPUs, the guest has "
                    + maximum));
  }
}
