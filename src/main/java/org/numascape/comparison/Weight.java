package org.numascape.comparison;

/// How much a difference matters to whoever places guests; heaviest first.
public enum Weight {
  /// A placement made for one host does not fit the other, or not as it was meant.
  DECISIVE,
  /// It fits, and may run faster or slower.
  NOTABLE,
  /// Good to know.
  MINOR
}
