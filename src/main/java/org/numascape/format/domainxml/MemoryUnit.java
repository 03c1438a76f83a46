package org.numascape.format.domainxml;

import java.math.BigInteger;
import java.util.Locale;

/// libvirt's words for amounts of memory: `b`, `bytes`, `KB` = 1000, `k` or `KiB` = 1024, and so on
/// to `E`.
///
/// Source: libvirt `virScaleInteger`; case does not matter there.
public interface MemoryUnit {

  /// The amount in KiB, rounded up.
  ///
  /// @throws IllegalArgumentException for a unit libvirt does not know, no number, or more than
  ///   fits
  static long kib(String digits, String unit) {
    boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain) {
      throw new IllegalArgumentException("\"" + digits + "\" is no amount of memory");
    }
    var bytes = new BigInteger(digits).multiply(bytes(unit));
    var kib = bytes.add(BigInteger.valueOf(1023)).shiftRight(10);
    if (kib.bitLength() > 53) {
      throw new IllegalArgumentException(digits + " " + unit + " is more than any host has");
    }
    return kib.longValueExact();
  }

  /// How many bytes one of that unit is.
  ///
  /// @throws IllegalArgumentException for a unit libvirt does not know
  static BigInteger bytes(String unit) {
    String word = unit.toLowerCase(Locale.ROOT);
    if (word.equals("b") || word.equals("byte") || word.equals("bytes")) {
      return BigInteger.ONE;
    }
    int power = word.isEmpty() ? 0 : "kmgtpe".indexOf(word.charAt(0)) + 1;
    String rest = word.isEmpty() ? "" : word.substring(1);
    if (power == 0 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
      throw new IllegalArgumentException("libvirt knows no unit \"" + unit + "\"");
    }
    return BigInteger.valueOf(rest.equals("b") ? 1000 : 1024).pow(power);
  }
}
