package org.numascape.app.memory;

import java.util.OptionalLong;
import org.numascape.topology.MemorySize;

/// Amounts of memory as they stand in a field.
interface Amount {

  /// An amount that is read back as it is.
  static String shown(long kib) {
    return MemorySize.ofKib(kib).exact();
  }

  /// An amount, or no text for none.
  static String shown(OptionalLong kib) {
    return kib.isPresent() ? shown(kib.getAsLong()) : "";
  }

  /// What is typed, in KiB, 1 at least.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static long kib(String typed) {
    long kib = MemorySize.parse(typed).kib();
    if (kib < 1) {
      throw new IllegalArgumentException("0 is no amount of memory; leave it empty for none");
    }
    return kib;
  }

  /// What is typed; no text for none.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  static OptionalLong optional(String typed) {
    return typed.isBlank() ? OptionalLong.empty() : OptionalLong.of(kib(typed));
  }
}
