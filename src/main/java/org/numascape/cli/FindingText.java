package org.numascape.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.numascape.lint.Corrected;
import org.numascape.lint.Finding;
import org.numascape.lint.LintReport;
import org.numascape.lint.LintText;

/// A mistake in a text as the command line tells it.
interface FindingText {

  /// For people: place, severity, code, what is wrong.
  static String lines(LintReport report, Finding finding) {
    var place = report.place(finding);
    String where = report.source() + ":" + place.line() + ":" + place.column() + ": ";
    return where + line(finding) + (finding.correctable() ? "\n  --fix corrects this." : "");
  }

  /// The same without its place.
  static String line(Finding finding) {
    return severity(finding) + " " + finding.code() + " " + title(finding) + finding.message();
  }

  /// What a text was taken for.
  static String kinds(LintReport report) {
    return report.passages().stream()
        .map(passage -> passage.kind().title())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// For programs. Lines and columns count from 1, offsets from 0; `end…` is behind the last
  /// character.
  static ObjectNode json(LintReport report, Finding finding) {
    var place = report.place(finding);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("code", finding.code());
    json.put("severity", severity(finding));
    json.put("line", place.line());
    json.put("column", place.column());
    json.put("endLine", place.endLine());
    json.put("endColumn", place.endColumn());
    json.put("message", finding.message());
    var fix = json.putArray("fix");
    for (var splice : finding.correction()) {
      fix.addObject()
          .put("start", splice.start())
          .put("end", splice.end())
          .put("replacement", splice.replacement());
    }
    return json;
  }

  /// The corrected text for programs, with what was corrected and what is left.
  static ObjectNode json(LintReport report, Corrected corrected, LintReport after) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kinds(report));
    json.put("text", corrected.text());
    var done = json.putArray("corrected");
    for (var finding : corrected.done()) {
      done.addObject().put("code", finding.code()).put("message", finding.message());
    }
    var left = json.putArray("left");
    corrected.left().forEach(finding -> left.add(json(after, finding)));
    return json;
  }

  private static String title(Finding finding) {
    return LintText.find(finding.code()).map(text -> text.title() + ": ").orElse("");
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
