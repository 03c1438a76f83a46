package org.numascape.domain;

import java.util.OptionalLong;

/// The `memtune` element, in KiB.
///
/// @param hardLimit of the whole QEMU process; it bounds what may be locked, and kills the guest
///   where it is too low
/// @param softLimit held to when the host is short
/// @param swapHardLimit memory and swap together
public record MemoryTune(
    OptionalLong hardLimit, OptionalLong softLimit, OptionalLong swapHardLimit) {

  /// No limit.
  public static final MemoryTune NONE =
      new MemoryTune(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /// The same limits but for the hard one.
  public MemoryTune withHardLimit(OptionalLong kib) {
    return new MemoryTune(kib, softLimit, swapHardLimit);
  }
}
