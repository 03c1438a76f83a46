package org.numascape.comparison;

import java.util.ArrayList;
import java.util.List;
import org.numascape.analysis.Analysis;
import org.numascape.check.Problem;
import org.numascape.check.Report;
import org.numascape.design.Design;
import org.numascape.design.Guest;

/// Which problems come and go from one design to another, each list worst first.
///
/// @param gained problems of the second design that the first has not
/// @param lost problems of the first design that the second has not
/// @param changed problems of one rule and guest that both have with other numbers
public record ProblemComparison(List<Problem> gained, List<Problem> lost, List<Changed> changed) {

  /// A problem that is there before and after, and says something else.
  public record Changed(Problem before, Problem after) {}

  /// Copies the lists.
  public ProblemComparison {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /// What comes and goes.
  public static ProblemComparison of(Design before, Design after) {
    var then = Analysis.of(before);
    var now = then.after(after);
    var report = Report.of(then);
    return of(before, report.problems(), after, report.after(now).problems());
  }

  /// The same of problems that are known already.
  public static ProblemComparison of(
      Design before, List<Problem> then, Design after, List<Problem> now) {
    var lost = new ArrayList<Named>();
    then.forEach(problem -> lost.add(Named.of(before, problem)));
    var gained = new ArrayList<Named>();
    for (var problem : now) {
      var one = Named.of(after, problem);
      if (!lost.removeIf(one::same)) {
        gained.add(one);
      }
    }
    var changed = new ArrayList<Changed>();
    for (var one : List.copyOf(gained)) {
      lost.stream()
          .filter(one::alike)
          .findFirst()
          .ifPresent(old -> {
            lost.remove(old);
            gained.remove(one);
            changed.add(new Changed(old.problem(), one.problem()));
          });
    }
    return new ProblemComparison(
        gained.stream().map(Named::problem).toList(),
        lost.stream().map(Named::problem).toList(),
        changed);
  }

  /// Whether both have the same problems.
  public boolean isEmpty() {
    return gained.isEmpty() && lost.isEmpty() && changed.isEmpty();
  }

  /// A problem and the name of its guest, which two designs share though ids may differ.
  private record Named(Problem problem, String guest) {
    static Named of(Design design, Problem problem) {
      return new Named(
          problem, problem.domain().flatMap(design::guest).map(Guest::name).orElse(""));
    }

    boolean alike(Named other) {
      return problem.code().equals(other.problem.code()) && guest.equals(other.guest);
    }

    boolean same(Named other) {
      return alike(other)
          && problem.severity() == other.problem.severity()
          && problem.message().equals(other.problem.message());
    }
  }
}
