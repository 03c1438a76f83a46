package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.numascape.check.RuleText;
import org.numascape.check.Undecided;

/// A rule that cannot tell, as the command line says it.
interface UndecidedText {

  /// For people.
  static String line(Undecided undecided) {
    return "unknown " + undecided.code() + " " + undecided.title() + ": " + undecided.why() + ".";
  }

  /// All of them in a sentence.
  static String summary(List<Undecided> undecided) {
    String codes =
        undecided.stream().map(Undecided::code).distinct().collect(Collectors.joining(", "));
    return codes
        + " cannot tell, because settings of the host are not known; --unknown says which,"
        + " numascape readiness --help how to read them.";
  }

  /// For programs: the keys of a problem, with the severity `unknown`.
  static ObjectNode json(Undecided undecided) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("code", undecided.code());
    json.put("severity", "unknown");
    json.putNull("domain");
    json.putArray("where");
    json.put("message", undecided.why());
    json.putNull("fix");
    json.putArray("fixes");
    json.putNull("muted");
    var missing = json.putArray("missing");
    undecided.missing().forEach(setting -> missing.add(setting.key()));
    json.set("text", RuleWords.parts(RuleText.of(undecided.code())));
    return json;
  }
}
