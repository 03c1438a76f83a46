package org.numascape.check;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;

/// A real-time guest whose memory may keep it waiting.
final class RealTimeMemory implements GuestCheck {

  @Override
  public Stream<Finding> examine(GuestFacts guest) {
    if (guest.guestClass() != GuestClass.REAL_TIME) {
      return Stream.empty();
    }
    var backing = guest.domain().backing();
    var missing = new ArrayList<String>();
    if (!backing.locked()) {
      missing.add("not locked");
    }
    if (!backing.hugePages()) {
      missing.add("not on huge pages");
    }
    if (!backing.noSharePages()) {
      missing.add("may be merged with others'");
    }
    return missing.isEmpty()
        ? Stream.empty()
        : Finding.of(
            "E-11", Severity.WARNING, guest, "Its memory is " + Words.list(missing))
        .stream();
  }
}
