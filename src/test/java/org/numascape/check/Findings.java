package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.ExclusiveGroup;

/// What the rules find in a design, for tests.
interface Findings {

  /// Problems of one code, worst first. Only the rules that decide it look at the design:
  /// `RuleWalkTest` shows it to all others.
  static List<Problem> of(Design design, String code) {
    assertThat(Checks.codes()).contains(code);
    var found = examine(Analysis.of(design), code);
    Proven.SEEN.add(design);
    (found.isEmpty() ? Proven.KEPT : Proven.BROKEN).add(code);
    if (found.stream().anyMatch(problem -> !problem.fixes().isEmpty())) {
      Proven.OFFERED.add(code);
    }
    return found;
  }

  private static List<Problem> examine(Analysis facts, String code) {
    return Checks.all().stream()
        .filter(rule -> rule.codes().contains(code))
        .flatMap(rule ->
            switch (rule.check()) {
              case GuestCheck check -> facts.guests().values().stream().flatMap(check::examine);
              case DesignCheck check -> check.examine(facts);
            })
        .filter(finding -> finding.code().equals(code))
        .sorted(Comparator.comparing(Finding::severity))
        .map(finding -> new Problem(finding, facts))
        .toList();
  }

  /// The only problem of one code.
  static Problem only(Design design, String code) {
    var found = of(design, code);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /// What a rule cannot decide for want of settings, in words; empty where it decided.
  static List<String> undecided(Design design, String code) {
    return Report.of(Analysis.of(design)).undecided().stream()
        .filter(one -> one.code().equals(code))
        .map(Undecided::why)
        .toList();
  }

  /// Asserts that a rule finds nothing and says why it cannot know.
  static void cannotTell(Design design, String code, String why) {
    none(design, code);
    assertThat(undecided(design, code)).singleElement().asString().contains(why);
  }

  /// Asserts that a rule finds nothing and is sure of that.
  static void surelyNone(Design design, String code) {
    none(design, code);
    assertThat(undecided(design, code)).isEmpty();
  }

  /// Asserts that no problem of one code is found.
  static void none(Design design, String code) {
    assertThat(of(design, code)).isEmpty();
  }

  /// The design with two guests that never run together.
  static Design exclusive(Design design, String one, String other) {
    var group = new ExclusiveGroup(Set.of(new DomainId(one), new DomainId(other)));
    return new Edit.SetNeverTogether(List.of(group)).applyTo(design);
  }

  /// What the buttons of a problem say.
  static List<String> labels(Problem problem) {
    return problem.fixes().stream().map(Fix::label).toList();
  }

  /// Asserts that the problem has a fix, that each of its fixes ends it, and that none brings an
  /// error that was not there before.
  static void everyFixResolves(Design design, Problem problem) {
    assertThat(Checks.severities(problem.code())).contains(problem.severity());
    assertThat(problem.fixes()).isNotEmpty();
    for (var fix : problem.fixes()) {
      resolves(design, problem, fix.edit());
    }
    Proven.MENDED.add(problem.code());
  }

  private static void resolves(Design design, Problem problem, Edit edit) {
    var before = errors(design);
    var fixed = edit.applyTo(design);

    assertThat(like(fixed, problem))
        .as("after %s", edit.label(design))
        .isLessThan(like(design, problem));
    assertThat(errors(fixed)).as("errors after %s", edit.label(design)).isSubsetOf(before);
  }

  private static long like(Design design, Problem problem) {
    return of(design, problem.code()).stream()
        .filter(other -> other.domain().equals(problem.domain()))
        .count();
  }

  private static List<String> errors(Design design) {
    return Checks.examine(Analysis.of(design)).stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(p -> p.code() + " " + p.domain().map(Object::toString).orElse("host"))
        .toList();
  }
}
