package org.numascape.lint;

import java.util.List;

/// What was found in a text.
///
/// @param source the name a person knows the text by
/// @param passages what was understood, in the text's order; what is between them was not looked at
/// @param findings in the text's order
public record LintReport(
    String source, String text, List<Passage> passages, List<Finding> findings) {

  /// Copies the lists.
  public LintReport {
    passages = List.copyOf(passages);
    findings = List.copyOf(findings);
  }

  /// Where a finding of this report is.
  public Place place(Finding finding) {
    return Place.of(text, finding.span());
  }
}
