package org.numascape.check;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// A maximum of memory that libvirt refuses: without a cell, without slots, or below the memory.
final class HotplugMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var domain = guest.domain();
    var wrong = new ArrayList<String>();
    domain
        .memory()
        .maximum()
        .ifPresent(most -> {
          if (domain.cells().isEmpty()) {
            wrong.add("no cell");
          }
          if (most.slots() < 1) {
            wrong.add("no slot");
          }
          if (most.kib() < domain.totalKib()) {
            wrong.add("less than its memory as a maximum");
          }
        });
    int devices = domain.hardware().memoryDevices().size();
    if (devices > 0 && domain.memory().maximum().isEmpty()) {
      wrong.add("memory devices, but no maximum");
    }
    domain
        .memory()
        .maximum()
        .filter(most -> devices > most.slots())
        .ifPresent(most -> wrong.add(devices + " memory devices, but " + most.slots() + " slots"));
    return wrong.isEmpty()
        ? Stream.empty()
        : Finding.of("N-29", Severity.ERROR, guest, "The guest has " + Words.list(wrong)).stream();
  }
}
