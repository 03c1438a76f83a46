package org.numascape.domain;

import java.util.Optional;
import java.util.OptionalLong;

/// How much memory a guest has, and what holds it.
///
/// @param kib in KiB without memory devices: the sum of the cells where it has any. The `memory`
///   element counts the devices too.
/// @param currentKib `currentMemory`, what the balloon leaves it at start; empty for all
/// @param maximum what it can grow to
public record Memory(
    long kib,
    OptionalLong currentKib,
    Optional<MaxMemory> maximum,
    MemoryTune tune,
    MemoryBacking backing) {

  /// More than any host has; amounts beyond are not read.
  public static final long MOST_KIB = (1L << 53) - 1;

  /// So much memory and nothing special about it.
  public static Memory of(long kib) {
    return new Memory(
        kib, OptionalLong.empty(), Optional.empty(), MemoryTune.NONE, MemoryBacking.NORMAL);
  }

  /// The same memory of another size; a balloon that gave all of it still does.
  public Memory withKib(long other) {
    boolean full = currentKib.isPresent() && currentKib.getAsLong() >= kib;
    var current = full ? OptionalLong.of(other) : currentKib;
    return new Memory(other, current, maximum, tune, backing);
  }

  /// The same memory, less or more of it given at start.
  public Memory withCurrentKib(OptionalLong other) {
    return new Memory(kib, other, maximum, tune, backing);
  }

  /// The same memory that can grow otherwise.
  public Memory withMaximum(Optional<MaxMemory> other) {
    return new Memory(kib, currentKib, other, tune, backing);
  }

  /// The same memory under other limits.
  public Memory withTune(MemoryTune other) {
    return new Memory(kib, currentKib, maximum, other, backing);
  }

  /// The same memory held otherwise.
  public Memory withBacking(MemoryBacking other) {
    return new Memory(kib, currentKib, maximum, tune, other);
  }
}
