package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.numascape.check.Problem;
import org.numascape.design.Design;
import org.numascape.design.Guest;

/// A problem as the command line tells it.
interface ProblemText {

  /// For people: severity, code, what is wrong, and the first way out.
  static String lines(Problem problem, Design design) {
    String who =
        problem.domain().flatMap(design::guest).map(guest -> guest.name() + ": ").orElse("");
    String line =
        severity(problem)
            + " "
            + problem.code()
            + " "
            + who
            + problem.title()
            + ": "
            + problem.message()
            + ".";
    return problem.fixes().isEmpty()
        ? line
        : line + "\n  fix: " + problem.fixes().getFirst().label();
  }

  /// For programs. `domain` and `fix` are `null` where there is none.
  static ObjectNode json(Problem problem, Design design) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("code", problem.code());
    json.put("severity", severity(problem));
    json.put("domain", problem.domain().flatMap(design::guest).map(Guest::name).orElse(null));
    var where = json.putArray("where");
    problem.where().forEach(item -> where.add(ItemText.of(item, design)));
    json.put("message", problem.message());
    json.put("fix", problem.fixes().isEmpty() ? null : problem.fixes().getFirst().label());
    return json;
  }

  private static String severity(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }
}
