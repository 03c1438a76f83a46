package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.numascape.check.MutedProblem;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.Guest;

/// A problem as the command line tells it.
interface ProblemText {

  /// For people: severity, code, what is wrong, and the first way out.
  static String lines(Problem problem, Design design) {
    String line = problem.line(design) + ".";
    var fixes = problem.fixes();
    return fixes.isEmpty() ? line : line + "\n  fix: " + fixes.getFirst().label();
  }

  /// For people: a problem that somebody muted, and why.
  static String lines(MutedProblem muted, Design design) {
    return "muted " + muted.problem().line(design) + ".\n  muted: " + muted.mute().reason();
  }

  /// For programs. `domain` and `fix` are `null` where there is none, `muted` is unless somebody
  /// muted the problem.
  static ObjectNode json(Problem problem, Design design) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("code", problem.code());
    json.put("severity", RuleWords.word(problem.severity()));
    json.put("domain", problem.domain().flatMap(design::guest).map(Guest::name).orElse(null));
    var where = json.putArray("where");
    problem.where().forEach(item -> where.add(ItemText.of(item, design)));
    json.put("message", problem.message());
    var fixes = problem.fixes();
    json.put("fix", fixes.isEmpty() ? null : fixes.getFirst().label());
    var labels = json.putArray("fixes");
    fixes.forEach(fix -> labels.add(fix.label()));
    json.putNull("muted");
    json.set(
        "text",
        RuleWords.parts(problem.text()).put("title", problem.title()).put("why", problem.why()));
    return json;
  }

  /// For programs, with the reason under `muted`.
  static ObjectNode json(MutedProblem muted, Design design) {
    return json(muted.problem(), design).put("muted", muted.mute().reason());
  }
}
