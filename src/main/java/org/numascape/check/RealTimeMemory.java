package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestClass;
import org.numascape.analysis.GuestFacts;
import org.numascape.design.BackingEdit;
import org.numascape.design.Edit;
import org.numascape.design.PlatformEdit;

/// A real-time guest whose memory may keep it waiting, or whose performance counters are left on.
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
    boolean counting = guest.domain().hardware().platform().pmu().orElse(true);
    var what = new ArrayList<String>();
    if (!missing.isEmpty()) {
      what.add("its memory is " + Words.list(missing));
    }
    if (counting) {
      what.add("its performance counters are on");
    }
    return what.isEmpty()
        ? Stream.empty()
        : Finding.of("E-11", Severity.WARNING, guest, capital(String.join("; ", what)))
            .fixed(now -> fixes(now, guest))
            .stream();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static List<Fix> fixes(Analysis facts, GuestFacts guest) {
    var edits = new ArrayList<Edit>();
    edits.add(new BackingEdit.SetLocked(guest.id(), true));
    edits.add(new BackingEdit.SetMerging(guest.id(), false));
    edits.add(new PlatformEdit.SetPmu(guest.id(), Optional.of(false)));
    if (!guest.domain().backing().hugePages()) {
      OnHugePages.fixes(facts, guest).forEach(fix -> edits.add(fix.edit()));
    }
    String label = "Keep " + guest.guest().name() + " from being interrupted";
    return Trial.fix(facts, guest.id(), "E-11", label, edits);
  }
}
