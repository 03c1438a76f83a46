package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.numascape.check.Problem;
import org.numascape.comparison.ComparisonText;
import org.numascape.comparison.Difference;
import org.numascape.comparison.GuestDifference;
import org.numascape.comparison.PlanDifference;
import org.numascape.comparison.Weight;
import org.numascape.design.Design;

/// What differs between two designs, for programs: one object for each thing.
interface DesignDifferences {

  /// The objects: the hosts, what is planned for them, guest by guest, problems.
  static List<ObjectNode> json(ComparisonText comparison) {
    var found = new ArrayList<ObjectNode>();
    comparison.differences().machine().forEach(one -> found.add(host(one)));
    comparison.differences().plan().forEach(one -> found.add(plan(one)));
    comparison.differences().guests().forEach(one -> found.addAll(guest(one)));
    var problems = comparison.problems();
    problems.gained().forEach(one -> found.add(problem("gained", one, comparison.after())));
    problems
        .changed()
        .forEach(one -> found.add(problem("changed", one.after(), comparison.after())));
    problems.lost().forEach(one -> found.add(problem("lost", one, comparison.before())));
    return found;
  }

  private static ObjectNode object(String topic) {
    return JsonNodeFactory.instance.objectNode().put("topic", topic);
  }

  private static String word(Weight weight) {
    return weight.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode host(Difference one) {
    return object("host")
        .put("weight", word(one.weight()))
        .put("what", one.what())
        .put("before", one.before())
        .put("after", one.after());
  }

  private static ObjectNode plan(PlanDifference one) {
    return said(object("plan"), one);
  }

  private static ObjectNode said(ObjectNode object, PlanDifference one) {
    return object
        .put("weight", word(one.weight()))
        .put("what", one.what())
        .put("before", one.before())
        .put("after", one.after());
  }

  private static List<ObjectNode> guest(GuestDifference guest) {
    if (guest.added() || guest.removed()) {
      return List.of(
          object("guest")
              .put("guest", guest.name())
              .put("weight", word(guest.weight()))
              .put("what", "the guest")
              .put("before", guest.added() ? "absent" : "there")
              .put("after", guest.removed() ? "absent" : "there"));
    }
    return guest.lines().stream()
        .map(one -> said(object("guest").put("guest", guest.name()), one))
        .toList();
  }

  private static ObjectNode problem(String fate, Problem problem, Design design) {
    var json = object("problem").put("fate", fate);
    json.setAll(ProblemText.json(problem, design));
    return json;
  }
}
