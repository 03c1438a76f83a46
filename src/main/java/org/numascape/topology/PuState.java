package org.numascape.topology;

/// Whether a PU can run anything.
public enum PuState {
  /// Runs tasks.
  ONLINE,
  /// Present but switched off.
  OFFLINE,
  /// Online, but outside the control group the host was read in.
  DISALLOWED,
  /// Online and kept out of the kernel's load balancing (`isolcpus`).
  ISOLATED
}
