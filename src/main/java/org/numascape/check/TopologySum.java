package org.numascape.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CpuEdit;
import org.numascape.design.GuestWords;
import org.numascape.domain.CpuTopology;

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
                        + maximum)
                .fixed(now -> fixes(now, guest, topology)));
  }

  /// As many sockets and threads as the guest had, as far as the number of vCPUs lets it.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest, CpuTopology old) {
    int maximum = guest.domain().vcpus().maximum();
    int threads = maximum % old.threads() == 0 ? old.threads() : 1;
    int units = maximum / threads;
    int sockets = units % old.sockets() == 0 ? old.sockets() : 1;
    var right = new CpuTopology(sockets, 1, 1, units / sockets, threads);
    var edit = new CpuEdit.SetTopology(guest.id(), Optional.of(right));
    return Trial.fix(
        facts, guest.id(), "P-23", "Make it " + GuestWords.topology(right), List.of(edit));
  }
}
