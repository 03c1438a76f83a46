package org.numascape.app.lint;

import java.util.Optional;
import org.numascape.format.FormatException;
import org.numascape.lint.Corrected;
import org.numascape.lint.Lint;
import org.numascape.lint.LintReport;
import org.numascape.lint.TextKind;

/// What came of looking at a text.
sealed interface Looked {

  /// It was understood.
  record Understood(LintReport report, Corrected corrected) implements Looked {}

  /// It was not; a sentence says why.
  record Strange(String sentence) implements Looked {}

  /// Looks at a text of that kind, or of whichever it is.
  static Looked at(String text, Optional<TextKind> kind) {
    try {
      var report =
          kind.isPresent()
              ? Lint.examine("the text", text, kind.get())
              : Lint.examine("the text", text);
      return new Understood(report, Lint.corrected(report));
    } catch (FormatException e) {
      // The window has a choice of kinds where the command line has an option.
      return new Strange(
          String.valueOf(e.getMessage()).replace("say which with --kind.", "say which above."));
    }
  }
}
