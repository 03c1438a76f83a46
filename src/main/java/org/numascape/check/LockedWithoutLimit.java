package org.numascape.check;

import java.util.stream.Stream;
import org.numascape.analysis.GuestFacts;

/// Locked memory without a hard limit.
final class LockedWithoutLimit implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    var memory = guest.domain().memory();
    return memory.backing().locked() && memory.tune().hardLimit().isEmpty()
        ? Finding.of("H-07", Severity.INFO, guest, "Its memory is locked without a hard limit")
            .stream()
        : Stream.empty();
  }
}
