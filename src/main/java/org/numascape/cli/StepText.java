package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.readiness.Checklist;
import org.numascape.readiness.Step;
import org.numascape.readiness.Way;
import org.numascape.topology.HostSettings;

/// A step of readiness as the command line tells it.
interface StepText {

  /// Where the settings are from, and how far all is.
  static String head(HostSettings settings, Checklist checklist) {
    var head = new StringBuilder();
    head.append(checklist.summary()).append('\n');
    if (settings.isEmpty()) {
      head.append("The host's settings were not read: --help says how.\n");
    } else {
      head.append("Settings from ").append(settings.from());
      settings.readAt().ifPresent(at -> head.append(", read ").append(at));
      head.append('\n');
    }
    for (var change : settings.changes()) {
      head.append("since the last reading: ")
          .append(change.setting().words())
          .append(": ")
          .append(change.before())
          .append(" → ")
          .append(change.after())
          .append('\n');
    }
    return head.append('\n').toString();
  }

  /// For people.
  static String of(Step step, boolean commands) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d  %-10s  %s: %s.\n",
            step.number(),
            step.state().words(),
            step.topic().title(),
            step.found()));
    for (var point : step.points()) {
      text.append("               ")
          .append(point.what())
          .append(": ")
          .append(point.found())
          .append(point.where().isEmpty() ? "" : " (" + point.where() + ")")
          .append('\n');
    }
    if (commands) {
      step.ways().forEach(way -> text.append(of(way)));
      text.append('\n');
    }
    return text.toString();
  }

  private static String of(Way way) {
    return "     "
        + way.title()
        + (way.note().isEmpty() ? "" : ". " + way.note())
        + "\n"
        + indented(way.commands())
        + "     undo:\n"
        + indented(way.undo());
  }

  private static String indented(String lines) {
    return lines.lines().map(line -> "       " + line + "\n").collect(Collectors.joining());
  }

  /// For programs.
  static ObjectNode json(Step step) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("step", step.number());
    json.put("topic", step.topic().key());
    json.put("title", step.topic().title());
    json.put("state", step.state().key());
    json.put("found", step.found());
    json.put("why", step.topic().why());
    var points = json.putArray("points");
    for (var point : step.points()) {
      points
          .addObject()
          .put("what", point.what())
          .put("found", point.found())
          .put("where", point.where())
          .put("state", point.state().key());
    }
    var ways = json.putArray("ways");
    for (var way : step.ways()) {
      ways.addObject()
          .put("title", way.title())
          .put("kind", way.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .put("commands", way.commands())
          .put("undo", way.undo())
          .put("note", way.note());
    }
    var edits = json.putArray("edits");
    step.edits().forEach(edit -> edits.add(edit.label()));
    return json;
  }
}
