package org.numascape.app.versions;

import java.util.ArrayList;
import java.util.List;
import org.numascape.check.Problem;
import org.numascape.comparison.ProblemComparison;
import org.numascape.design.Design;

/// A problem that comes or goes between two designs.
///
/// @param words what it is, whole, with the guest it concerns
record ProblemRow(Fate fate, Problem problem, String words) {

  /// What becomes of a problem.
  enum Fate {
    /// Only the second design has it.
    GAINED("gained"),
    /// Only the first design has it.
    LOST("lost"),
    /// Both have it, with other numbers.
    CHANGED("changed");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /// Gained ones first, each kind worst first.
  static List<ProblemRow> of(ProblemComparison problems, Design before, Design after) {
    var rows = new ArrayList<ProblemRow>();
    problems.gained().forEach(one -> rows.add(row(Fate.GAINED, one, after)));
    problems.changed().forEach(one -> rows.add(row(Fate.CHANGED, one.after(), after)));
    problems.lost().forEach(one -> rows.add(row(Fate.LOST, one, before)));
    return rows;
  }

  private static ProblemRow row(Fate fate, Problem problem, Design design) {
    return new ProblemRow(fate, problem, problem.line(design));
  }
}
