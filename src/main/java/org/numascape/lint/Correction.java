package org.numascape.lint;

import java.util.ArrayList;
import java.util.List;
import org.numascape.format.FormatException;

/// Makes the corrections of a report, looks at the result, and goes on until nothing is left that
/// can be corrected: one correction may be what another had to wait for.
final class Correction {

  /// Enough for every chain of corrections there is; more would be two that undo each other.
  private static final int ROUNDS = 6;

  private final List<Finding> done = new ArrayList<>();

  private Correction() {}

  static Corrected of(LintReport report) {
    return new Correction().correct(report);
  }

  private Corrected correct(LintReport report) {
    var current = report;
    for (int round = 0; round < ROUNDS; round++) {
      var chosen = compatible(current.findings());
      if (chosen.isEmpty()) {
        break;
      }
      var splices = chosen.stream().flatMap(finding -> finding.correction().stream()).toList();
      try {
        current = Lint.again(current, Splice.made(current.text(), splices), splices);
      } catch (FormatException broken) {
        break; // better the text as it was than one nobody can read
      }
      done.addAll(chosen);
    }
    return new Corrected(current.text(), done, current.findings());
  }

  private static List<Finding> compatible(List<Finding> findings) {
    var chosen = new ArrayList<Finding>();
    var taken = new ArrayList<Splice>();
    for (var finding : findings) {
      var mine = finding.correction();
      boolean fits = mine.stream().noneMatch(one -> cutsAny(one, taken) || cutsAny(one, mine));
      if (finding.correctable() && fits) {
        chosen.add(finding);
        taken.addAll(mine);
      }
    }
    return chosen;
  }

  private static boolean cutsAny(Splice splice, List<Splice> others) {
    return others.stream().anyMatch(splice::cuts);
  }
}
