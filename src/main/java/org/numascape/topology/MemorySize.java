package org.numascape.topology;

import java.util.Locale;

/// An amount of memory in KiB, in the words people use for it: `32 GiB`, `1.5 TiB`, `512 KiB`.
public record MemorySize(long kib) {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};

  /// That many KiB.
  public static MemorySize ofKib(long kib) {
    return new MemorySize(kib);
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
