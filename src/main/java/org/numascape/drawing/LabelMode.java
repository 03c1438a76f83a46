package org.numascape.drawing;

/// Which index stands on cores and PUs.
public enum LabelMode {
  /// hwloc's index, `L#`.
  LOGICAL,
  /// The operating system's index, `P#`: what pins name.
  PHYSICAL,
  /// Both.
  BOTH,
  /// None.
  NONE
}
