package org.numascape.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// When the host gives guest memory: `memoryBacking/allocation`.
///
/// @param threads how many threads touch it before the guest runs (libvirt 8.2)
public record MemoryAllocation(Optional<Mode> mode, OptionalInt threads) {

  /// The moment.
  public enum Mode {
    /// Before the guest runs, so that a shortage stops the start.
    IMMEDIATE,
    /// When the guest touches it; not together with huge pages.
    ONDEMAND;

    /// The word libvirt uses.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
