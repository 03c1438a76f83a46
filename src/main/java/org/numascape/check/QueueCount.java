package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// A virtio network interface with more queues than a cell has vCPUs.
final class QueueCount implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    int most =
        guest.domain().memoryCells().stream().mapToInt(cell -> cell.vcpus().size()).max().orElse(1);
    boolean cells = guest.domain().cells().size() > 1;
    return guest.domain().hardware().nics().stream()
        .filter(nic -> nic.queues().orElse(1) > most)
        .limit(1)
        .map(nic ->
            Finding.of(
                "E-13",
                Severity.INFO,
                guest,
                "A network interface has "
                    + nic.queues().orElse(1)
                    + " queues, "
                    + (cells ? "its largest cell " : "the guest ")
                    + Words.vcpuCount(most)));
  }
}
