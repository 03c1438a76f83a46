package org.numascape.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.numascape.format.FormatException;

/// A text of a test, linted.
record Linted(LintReport report) {

  static Linted of(TextKind kind, String text) {
    try {
      return new Linted(Lint.examine("test", text, kind));
    } catch (FormatException broken) {
      throw new AssertionError(broken);
    }
  }

  List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  Finding only(String code) {
    var found = report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(found).as(report.findings().toString()).hasSize(1);
    return found.getFirst();
  }

  /// What the only finding of a code points at.
  String at(String code) {
    var span = only(code).span();
    return report.text().substring(span.start(), span.end());
  }

  /// The corrected text, after a look whether the rule is content with it.
  String correctedOf(String code) {
    var corrected = Lint.corrected(report);
    assertThat(corrected.done()).extracting(Finding::code).contains(code);
    assertThat(corrected.left()).extracting(Finding::code).doesNotContain(code);
    assertThat(corrected.left()).noneMatch(Finding::correctable);
    return corrected.text();
  }
}
