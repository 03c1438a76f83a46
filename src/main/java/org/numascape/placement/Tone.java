package org.numascape.placement;

/// How good a line of news is.
public enum Tone {
  /// As it should be, or a way to get there.
  GOOD,
  /// Neither good nor bad.
  PLAIN,
  /// Costs something.
  CAUTION,
  /// Costs much, or does not start.
  BAD
}
