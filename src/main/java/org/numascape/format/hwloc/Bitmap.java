package org.numascape.format.hwloc;

import java.util.BitSet;
import java.util.HexFormat;
import org.numascape.format.FormatException;

/// hwloc's text of a set: 32-bit words in hex, the most significant first, `0x000000ff,,0x0`; a
/// zero word may be empty, and a first word `0xf...f` means "and all above".
///
/// @param endlessFrom from which index on every index belongs to the set, too; -1 when the set ends
record Bitmap(BitSet bits, int endlessFrom) {

  /// Indexes from here on exist on no host libvirt can serve (`virBitmapParse`).
  static final int LIMIT = 16_384;

  /// Nothing.
  static final Bitmap EMPTY = new Bitmap(new BitSet(), -1);

  private static final int WORD = 32;
  private static final HexFormat HEX = HexFormat.of();
  private static final String ENDLESS = "0xf...f";

  /// The set an attribute of an object holds; empty where the object has no such attribute.
  static Bitmap of(HwlocObject object, String attribute) throws FormatException {
    String text = object.text(attribute);
    if (text.isEmpty()) {
      return EMPTY;
    }
    int first = text.indexOf(',');
    boolean endless = text.substring(0, first < 0 ? text.length() : first).equals(ENDLESS);
    var bits = new BitSet();
    int base = 0;
    int end = text.length();
    int start = endless ? ENDLESS.length() : -1;
    while (end > start) {
      int comma = text.lastIndexOf(',', end - 1);
      long word = word(object, attribute, text.substring(comma + 1, end).strip());
      if (word != 0 && base >= LIMIT) {
        throw object.wrong(
            "%s holds index %,d, the highest that is read is %,d; restrict the export with \"lstopo --restrict\"."
                .formatted(attribute, base + Long.numberOfTrailingZeros(word), LIMIT - 1));
      }
      for (long rest = word; rest != 0; rest &= rest - 1) {
        bits.set(base + Long.numberOfTrailingZeros(rest));
      }
      base += WORD;
      end = comma;
    }
    return new Bitmap(bits, endless ? base : -1);
  }

  private static long word(HwlocObject object, String attribute, String text)
      throws FormatException {
    if (text.isEmpty()) {
      return 0;
    }
    String digits = text.startsWith("0x") ? text.substring(2) : text;
    boolean hex =
        !digits.isEmpty()
            && digits.length() <= WORD / 4
            && digits.chars().allMatch(HexFormat::isHexDigit);
    if (!hex) {
      String shown = text.length() > 30 ? text.substring(0, 30) + "…" : text;
      throw object.wrong(
          "%s holds \"%s\", which is no 32-bit word in hex; export the topology again."
              .formatted(attribute, shown));
    }
    return HexFormat.fromHexDigitsToLong(digits);
  }

  /// hwloc's text of a set that ends.
  static String text(BitSet bits) {
    var text = new StringBuilder();
    int highest = Math.max(0, (bits.length() - 1) / WORD);
    long[] longs = bits.toLongArray();
    for (int i = highest; i >= 0; i--) {
      long pair = i / 2 < longs.length ? longs[i / 2] : 0;
      int word = (int) (i % 2 == 0 ? pair : pair >>> WORD);
      if (word != 0) {
        text.append("0x").append(HEX.toHexDigits(word));
      } else if (i == 0) {
        text.append("0x0");
      }
      if (i > 0) {
        text.append(',');
      }
    }
    return text.toString();
  }

  /// Whether `index` is in the set.
  boolean contains(int index) {
    return bits.get(index) || (endlessFrom >= 0 && index >= endlessFrom);
  }

  /// Whether nothing is in the set.
  boolean isEmpty() {
    return endlessFrom < 0 && bits.isEmpty();
  }
}
