package org.numascape.check;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;

/// Locked memory without a hard limit.
final class LockedWithoutLimit implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var memory = guest.domain().memory();
    return memory.backing().locked() && memory.tune().hardLimit().isEmpty()
        ? Finding.of("H-07", Severity.INFO, guest, "Its memory is locked without a hard limit")
            .fixed(now ->
                Trial.fix(
                    now,
                    guest.id(),
                    "H-07",
                    "Do not lock the memory of " + guest.guest().name(),
                    List.of(new BackingEdit.SetLocked(guest.id(), false))))
            .stream()
        : Stream.empty();
  }
}
