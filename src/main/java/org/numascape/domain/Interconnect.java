package org.numascape.domain;

import java.util.Locale;
import java.util.OptionalInt;

/// What it costs one guest cell to reach another's memory: `interconnects/latency` and `bandwidth`,
/// which QEMU hands to the guest as its HMAT.
///
/// libvirt refuses both directions of one pair ("link already defined").
///
/// @param initiator the cell that accesses; it needs vCPUs
/// @param target the cell whose memory is accessed
/// @param cache the level of the target's cache meant; empty for its memory
/// @param value nanoseconds, or KiB a second
public record Interconnect(
    Kind kind, int initiator, int target, OptionalInt cache, Access access, long value) {

  /// What is told.
  public enum Kind {
    /// Nanoseconds.
    LATENCY,
    /// KiB a second.
    BANDWIDTH;

    /// The element's name.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// For which accesses.
  public enum Access {
    /// Reading and writing.
    ACCESS,
    /// Reading.
    READ,
    /// Writing.
    WRITE;

    /// The word libvirt uses.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
