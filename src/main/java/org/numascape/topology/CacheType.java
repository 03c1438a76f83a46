package org.numascape.topology;

/// What a CPU cache holds.
public enum CacheType {
  /// Data and instructions.
  UNIFIED,
  /// Data only.
  DATA,
  /// Instructions only.
  INSTRUCTION
}
