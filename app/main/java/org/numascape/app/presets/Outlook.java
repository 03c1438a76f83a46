package org.numascape.app.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;

/// What an edit of a guest comes to: its steps in words, and what becomes of the problems.
///
/// @param added problems there would be that there are not now, of any guest
/// @param solved problems that would be gone
/// @param left problems of the guest that would stay
record Outlook(List<Problem> added, List<Problem> solved, List<Problem> left) {

  /// Compares what is wrong now and would be.
  static Outlook of(List<Problem> now, List<Problem> then, DomainId guest) {
    var before = now.stream().map(Outlook::key).collect(Collectors.toSet());
    var after = then.stream().map(Outlook::key).collect(Collectors.toSet());
    return new Outlook(
        missing(then, before),
        missing(now, after),
        then.stream()
            .filter(problem -> problem.domain().filter(guest::equals).isPresent())
            .filter(problem -> before.contains(key(problem)))
            .toList());
  }

  /// The steps of an edit that change something, each in a line.
  static List<String> steps(Design design, Edit edit) {
    if (!(edit instanceof Edit.Together(var label, var edits))) {
      return List.of(edit.label(design));
    }
    var lines = new ArrayList<String>();
    var at = design;
    for (var step : edits) {
      var next = step.applyTo(at);
      if (!next.equals(at)) {
        lines.addAll(steps(at, step));
      }
      at = next;
    }
    return lines.stream().distinct().toList();
  }

  private static List<Problem> missing(List<Problem> problems, Set<Key> from) {
    return problems.stream().filter(problem -> !from.contains(key(problem))).toList();
  }

  /// A problem is the same while its rule says it of the same guest and in the same place.
  private record Key(String code, java.util.Optional<DomainId> guest, Object where) {}

  private static Key key(Problem problem) {
    return new Key(
        problem.code(),
        problem.domain(),
        problem.where().isEmpty() ? "" : problem.where().getFirst());
  }
}
