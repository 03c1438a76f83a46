package org.numascape.format.text;

import org.numascape.topology.MemorySize;

/// An amount of memory as a tool rounds it.
///
/// @param kib in KiB
/// @param stepKib what the tool rounds down to, in KiB: 1,024 for `numactl`
record Amount(long kib, long stepKib) {

  static Amount ofKib(long kib) {
    return new Amount(kib, 1);
  }

  static Amount ofMib(long mib) {
    return new Amount(mib * 1_024, 1_024);
  }

  /// Whether both can be the same amount, each rounded in its way.
  boolean agreesWith(Amount other) {
    return kib < other.kib + other.stepKib && other.kib < kib + stepKib;
  }

  /// Exact where the tool is, for a person to see the difference.
  String words() {
    String exact = stepKib > 1 ? "%,d MiB".formatted(kib / 1_024) : "%,d KiB".formatted(kib);
    String round = MemorySize.ofKib(kib).toString();
    return exact.equals(round) ? exact : exact + " (" + round + ")";
  }
}
