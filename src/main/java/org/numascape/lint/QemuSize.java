package org.numascape.lint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/// Amounts of memory as QEMU writes them. Source: QEMU `util/cutils.c`, `qemu_strtosz`.
final class QemuSize {

  static final long MIB = 1L << 20;

  private static final String SUFFIXES = "BKMGTPE";

  private QemuSize() {}

  /// The amount in bytes; empty where the text is none.
  ///
  /// @param plain how many bytes a number without suffix counts in
  static OptionalLong bytes(String text, long plain) {
    if (text.isEmpty() || text.length() > 30) {
      return OptionalLong.empty();
    }
    char last = Character.toUpperCase(text.charAt(text.length() - 1));
    int power = SUFFIXES.indexOf(last);
    String digits = power < 0 ? text : text.substring(0, text.length() - 1);
    boolean number = digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    if (!number || digits.indexOf('.') != digits.lastIndexOf('.') || digits.equals(".")) {
      return OptionalLong.empty();
    }
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    var unit = power < 0 ? BigInteger.valueOf(plain) : BigInteger.TWO.pow(10 * power);
    var bytes = new BigDecimal(digits).multiply(new BigDecimal(unit)).toBigInteger();
    return bytes.bitLength() > 62 ? OptionalLong.empty() : OptionalLong.of(bytes.longValueExact());
  }

  /// The shortest text for an amount: `8G`, `1536M`.
  static String text(long bytes) {
    for (int power = 4; power > 0; power--) {
      long unit = 1L << (10 * power);
      if (bytes >= unit && bytes % unit == 0) {
        return bytes / unit + SUFFIXES.substring(power, power + 1);
      }
    }
    return bytes + "B";
  }
}
