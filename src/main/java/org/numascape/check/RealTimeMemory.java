package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.Edit;

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
        : Finding.of("E-11", Severity.WARNING, guest, "Its memory is " + Words.list(missing))
            .fixed(now -> fixes(now, guest))
            .stream();
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(new BackingEdit.SetLocked(guest.id(), true));
    edits.add(new BackingEdit.SetMerging(guest.id(), false));
    if (!guest.domain().backing().hugePages()) {
      OnHugePages.fixes(facts, guest).forEach(fix -> edits.add(fix.edit()));
    }
    String label = "Keep the memory of " + guest.guest().name() + " from waiting";
    return Trial.fix(facts, guest.id(), "E-11", label, edits);
  }
}
