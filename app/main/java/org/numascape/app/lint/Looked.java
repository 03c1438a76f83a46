package org.numascape.app.lint;

import java.util.Optional;
import org.numascape.apply.XmlDiff;
import org.numascape.format.FormatException;
import org.numascape.lint.Corrected;
import org.numascape.lint.Lint;
import org.numascape.lint.LintReport;
import org.numascape.lint.TextKind;

/// What came of looking at a text.
sealed interface Looked {

  /// It was understood.
  ///
  /// @param difference from the text to the corrected one
  record Understood(LintReport report, Corrected corrected, XmlDiff difference) implements Looked {}

  /// It was not; a sentence says why.
  record Strange(String sentence) implements Looked {}

  /// Looks at a text of that kind, or of whichever it is.
  static Looked at(String text, Optional<TextKind> kind) {
    try {
      var report =
          kind.isPresent()
              ? Lint.examine("the text", text, kind.get())
              : Lint.examine("the text", text);
      var corrected = Lint.corrected(report);
      return new Understood(report, corrected, XmlDiff.of(report.text(), corrected.text()));
    } catch (FormatException e) {
      // The window has a choice of kinds where the command line has an option.
      return new Strange(
          String.valueOf(e.getMessage()).replace("say which with --kind.", "say which above."));
    }
  }
}
