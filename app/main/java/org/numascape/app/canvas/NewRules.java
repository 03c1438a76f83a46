package org.numascape.app.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.app.store.DesignStore;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.DomainId;
import org.numascape.placement.PillLine;
import org.numascape.placement.Tone;

/// Which rules a release would break that are kept now, by code: what the code means is told by the
/// problem that the release leaves.
record NewRules(DesignStore store) {

  /// A rule and the guest it speaks of; one that speaks already is nothing new, whatever it says.
  private record Voice(String code, Optional<DomainId> domain) {
    static Voice of(Problem problem) {
      return new Voice(problem.code(), problem.domain());
    }
  }

  /// `P-03 Guests share CPUs, and 2 more`; empty where none is new, or it is not known yet.
  Optional<PillLine> line() {
    if (store.preview().get().isEmpty() || !store.settled().get()) {
      return Optional.empty();
    }
    Set<Voice> known = store.ownProblems().stream().map(Voice::of).collect(Collectors.toSet());
    var seen = new HashSet<String>();
    List<Problem> broken =
        store.problems().get().stream()
            .filter(problem -> problem.severity() != Severity.INFO)
            .filter(problem -> !known.contains(Voice.of(problem)))
            .filter(problem -> seen.add(problem.code()))
            .toList();
    return broken.stream().findFirst().map(worst -> line(worst, broken.size() - 1));
  }

  private static PillLine line(Problem worst, int others) {
    String more = others == 0 ? "" : ", and " + others + " more";
    return new PillLine(
        worst.severity() == Severity.ERROR ? Tone.BAD : Tone.CAUTION,
        worst.code() + "  " + worst.title() + more);
  }
}
