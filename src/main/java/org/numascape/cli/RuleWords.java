package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.check.Checks;
import org.numascape.check.RuleText;
import org.numascape.check.Severity;

/// A rule as the command line explains it.
interface RuleWords {

  /// No line of an explanation is longer.
  int WIDTH = 80;

  /// For people: the four parts of the text and when the rule does not hold.
  static String lines(RuleText text) {
    var lines = new ArrayList<String>();
    lines.add(text.code() + " " + text.title() + " (" + severities(text.code()) + ")");
    lines.addAll(part("What", text.what()));
    lines.addAll(part("Why", text.why() + "."));
    lines.addAll(part("See it", text.see()));
    lines.addAll(part("Mend it", text.fix()));
    if (!text.exception().isEmpty()) {
      lines.addAll(part("Not if", text.exception()));
    }
    return String.join("\n", lines);
  }

  /// For programs.
  static ObjectNode json(RuleText text) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("code", text.code());
    var severities = json.putArray("severities");
    Checks.severities(text.code()).forEach(one -> severities.add(word(one)));
    json.setAll(parts(text));
    return json;
  }

  /// The parts of the text; `exception` is empty where there is none.
  static ObjectNode parts(RuleText text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", text.title())
        .put("what", text.what())
        .put("why", text.why())
        .put("see", text.see())
        .put("fix", text.fix())
        .put("exception", text.exception());
  }

  /// `error`, `warning`, `info`
  static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String severities(String code) {
    return Checks.severities(code).stream()
        .map(RuleWords::word)
        .collect(Collectors.joining(" or "));
  }

  private static List<String> part(String name, String words) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(String.format(Locale.ROOT, "  %-8s", name));
    int indent = line.length();
    for (String word : words.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > indent) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(line.length() == indent ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
