package org.numascape.topology;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// An amount of memory in KiB, in the words people use for it: `32 GiB`, `1.5 TiB`, `512 KiB`.
public record MemorySize(long kib) {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final Pattern TYPED =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([KMGTP])(?:i?B)?", Pattern.CASE_INSENSITIVE);

  /// That many KiB.
  public static MemorySize ofKib(long kib) {
    return new MemorySize(kib);
  }

  /// What a person types: `8 GiB`, `8G`, `1.5 TiB`, `1,024 MiB`. Units count in 1,024s.
  ///
  /// @throws IllegalArgumentException saying what is wrong
  public static MemorySize parse(String typed) {
    var parts = TYPED.matcher(typed.strip().replace(",", ""));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + typed.strip() + "\" is no amount of memory: write 512 MiB, 8 GiB");
    }
    int power = "KMGTP".indexOf(parts.group(2).toUpperCase(Locale.ROOT));
    var kib = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power)));
    try {
      return new MemorySize(kib.longValueExact());
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException(
          "\"" + typed.strip() + "\" is no whole number of KiB that a host could have");
    }
  }

  /// The same in words that [#parse] reads back as they are: as [#toString()] has it, with all its
  /// KiB where that would round.
  public String exact() {
    String words = toString();
    return parse(words).kib() == kib ? words : kib + " KiB";
  }

  /// The largest unit that leaves at least 1, with one decimal only where it is not zero.
  @Override
  public String toString() {
    double value = kib;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    double shown = Math.round(value * 10) / 10.0;
    return shown == Math.rint(shown)
        ? String.format(Locale.ROOT, "%,d %s", (long) shown, UNITS[unit])
        : String.format(Locale.ROOT, "%.1f %s", shown, UNITS[unit]);
  }
}
