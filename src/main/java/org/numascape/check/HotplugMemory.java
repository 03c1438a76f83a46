package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.CellEdit;
import org.numascape.design.Edit;
import org.numascape.design.MemoryEdit;
import org.numascape.domain.MaxMemory;

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
        : Finding.of("N-29", Severity.ERROR, guest, "The guest has " + Words.list(wrong))
            .fixed(now -> fixes(now, guest))
            .stream();
  }

  /// One cell with everything, and room and slots enough.
  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var domain = guest.domain();
    var edits = new ArrayList<Edit>();
    if (domain.cells().isEmpty()) {
      edits.add(new CellEdit.SetCells(guest.id(), domain.memoryCells()));
    }
    int devices = domain.hardware().memoryDevices().size();
    int slots = domain.memory().maximum().map(MaxMemory::slots).orElse(0);
    long kib = domain.memory().maximum().map(MaxMemory::kib).orElse(0L);
    var most =
        new MaxMemory(Math.max(kib, domain.totalKib()), Math.max(1, Math.max(slots, devices)));
    edits.add(new MemoryEdit.SetMaximum(guest.id(), Optional.of(most)));
    return Trial.fix(
        facts, guest.id(), "N-29", "Give " + guest.guest().name() + " a cell and slots", edits);
  }
}
