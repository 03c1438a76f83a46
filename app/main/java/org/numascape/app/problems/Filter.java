package org.numascape.app.problems;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.numascape.check.Problem;
import org.numascape.check.Severity;
import org.numascape.design.DomainId;

/// Which problems the list shows.
///
/// @param severities how bad they are
/// @param whom the guest they concern; a present empty one stands for the host
/// @param group the group of their rules
/// @param muted whether those that somebody muted are listed too
record Filter(
    Set<Severity> severities,
    Optional<Optional<DomainId>> whom,
    Optional<RuleGroup> group,
    boolean muted) {

  /// Everything but what was muted.
  static final Filter ALL =
      new Filter(EnumSet.allOf(Severity.class), Optional.empty(), Optional.empty(), false);

  /// Copies the set.
  Filter {
    severities = Set.copyOf(severities);
  }

  /// Whether a problem passes, whatever its severity.
  boolean concerns(Problem problem) {
    return whom.map(problem.domain()::equals).orElse(true)
        && group.map(one -> RuleGroup.of(problem.code()).equals(Optional.of(one))).orElse(true);
  }

  /// Whether a problem is listed.
  boolean passes(Problem problem) {
    return severities.contains(problem.severity()) && concerns(problem);
  }

  /// Whether anything can be left out.
  boolean narrows() {
    return severities.size() < Severity.values().length || whom.isPresent() || group.isPresent();
  }
}
