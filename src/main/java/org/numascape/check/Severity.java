package org.numascape.check;

/// How bad a problem is; worst first.
public enum Severity {
  /// Will not start, or the design contradicts itself.
  ERROR,
  /// Runs, and costs performance or safety.
  WARNING,
  /// Advice.
  INFO
}
