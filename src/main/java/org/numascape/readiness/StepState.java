package org.numascape.readiness;

import java.util.Locale;

/// How far a step is done.
public enum StepState {
  /// As it should be.
  DONE,
  /// In part, or only until the next boot, or planned and not applied.
  PART,
  /// Not done.
  OPEN,
  /// Nobody knows; never taken for done.
  UNKNOWN,
  /// This design does not need it, or the host has no such thing.
  NOT_NEEDED;

  /// `done`, `in part`, `not done`, `unknown`, `not needed`
  public String words() {
    return switch (this) {
      case DONE -> "done";
      case PART -> "in part";
      case OPEN -> "not done";
      case UNKNOWN -> "unknown";
      case NOT_NEEDED -> "not needed";
    };
  }

  /// For programs: `done`, `part`, `open`, `unknown`, `not-needed`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
