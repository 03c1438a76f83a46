package org.numascape.comparison;

/// One thing that two designs plan differently.
///
/// @param what the thing, for people: `vCPUs 0-3`, `memory of cell 0`
/// @param before how the first design has it; `none` where it has no such thing
/// @param after how the second design has it
public record PlanDifference(Weight weight, String what, String before, String after) {

  /// `vCPUs 0-1: CPUs 2,34 → CPUs 4,36`
  public String sentence() {
    return what + ": " + before + " → " + after;
  }
}
