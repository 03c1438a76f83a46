package org.numascape.topology;

import java.util.BitSet;
import java.util.StringJoiner;

/// The list text that libvirt, the kernel and hwloc share: `0-3,8,^2`.
///
/// Source: libvirt `virBitmapParse`; kernel `Documentation/admin-guide/cputopology.rst`.
interface IndexList {

  /// libvirt refuses ids from here on (`virBitmapParse`, 16384).
  int LIMIT = 16_384;

  /// Reads a comma list of `N`, `N-M` and `^N`; white space around items is allowed.
  ///
  /// @throws IllegalArgumentException naming the item that is wrong; an empty text gives an empty
  ///   set
  static BitSet parse(String text) {
    var bits = new BitSet();
    if (text.isBlank()) {
      return bits;
    }
    for (String item : text.split(",", -1)) {
      include(bits, item.strip(), text);
    }
    return bits;
  }

  private static void include(BitSet bits, String item, String text) {
    if (item.startsWith("^")) {
      bits.clear(number(item.substring(1), text));
      return;
    }
    int dash = item.indexOf('-');
    if (dash < 0) {
      bits.set(number(item, text));
      return;
    }
    int first = number(item.substring(0, dash), text);
    int last = number(item.substring(dash + 1), text);
    if (last < first) {
      throw new IllegalArgumentException("range " + item + " runs backwards in \"" + text + "\"");
    }
    bits.set(first, last + 1);
  }

  private static int number(String digits, String text) {
    String trimmed = digits.strip();
    boolean plain = !trimmed.isEmpty() && trimmed.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain) {
      throw new IllegalArgumentException("\"" + trimmed + "\" is no number in \"" + text + "\"");
    }
    if (trimmed.length() > 9 || Integer.parseInt(trimmed) >= LIMIT) {
      throw new IllegalArgumentException(trimmed + " is above the highest id " + (LIMIT - 1));
    }
    return Integer.parseInt(trimmed);
  }

  /// Writes the canonical form libvirt uses on output: ascending, ranges joined, no `^`.
  static String format(BitSet bits) {
    var joined = new StringJoiner(",");
    int first = bits.nextSetBit(0);
    while (first >= 0) {
      int end = bits.nextClearBit(first);
      joined.add(end - first == 1 ? Integer.toString(first) : first + "-" + (end - 1));
      first = bits.nextSetBit(end);
    }
    return joined.toString();
  }
}
