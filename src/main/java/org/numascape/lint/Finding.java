package org.numascape.lint;

import java.util.List;
import org.numascape.check.Severity;

/// One mistake in a text.
///
/// @param code the rule's id in the catalogue: `I-01`
/// @param message what is wrong, why, and what to do, with the text's own numbers; whole sentences
/// @param correction what to change so that the mistake is gone; empty where no program can know
public record Finding(
    String code, Severity severity, Span span, String message, List<Splice> correction) {

  /// Copies the splices.
  public Finding {
    correction = List.copyOf(correction);
  }

  static Finding error(String code, Span span, String message, List<Splice> correction) {
    return new Finding(code, Severity.ERROR, span, message, correction);
  }

  static Finding warning(String code, Span span, String message, List<Splice> correction) {
    return new Finding(code, Severity.WARNING, span, message, correction);
  }

  static Finding info(String code, Span span, String message, List<Splice> correction) {
    return new Finding(code, Severity.INFO, span, message, correction);
  }

  /// Whether a program can correct it.
  public boolean correctable() {
    return !correction.isEmpty();
  }

  Finding moved(int by) {
    return new Finding(
        code,
        severity,
        span.moved(by),
        message,
        correction.stream().map(splice -> splice.moved(by)).toList());
  }
}
