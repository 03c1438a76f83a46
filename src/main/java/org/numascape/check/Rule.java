package org.numascape.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A check and what it may say.
///
/// @param codes the rules of the catalogue it decides
/// @param severities how bad that can be, by the class of the guest and the case
record Rule(Check check, List<String> codes, Set<Severity> severities) {

  /// An error always.
  static Rule error(Check check, String... codes) {
    return new Rule(check, List.of(codes), EnumSet.of(Severity.ERROR));
  }

  /// A warning always.
  static Rule warning(Check check, String... codes) {
    return new Rule(check, List.of(codes), EnumSet.of(Severity.WARNING));
  }

  /// Advice always.
  static Rule info(Check check, String... codes) {
    return new Rule(check, List.of(codes), EnumSet.of(Severity.INFO));
  }

  /// An error or a warning.
  static Rule graded(Check check, String... codes) {
    return new Rule(check, List.of(codes), EnumSet.of(Severity.ERROR, Severity.WARNING));
  }

  /// A warning or advice.
  static Rule mild(Check check, String... codes) {
    return new Rule(check, List.of(codes), EnumSet.of(Severity.WARNING, Severity.INFO));
  }
}
