package org.numascape.topology;

/// A page size in KiB: 4, 2048, 1048576; 64 on some Arm and POWER kernels.
public record PageSize(long kib) implements Comparable<PageSize> {

  /// The base page of x86.
  public static final PageSize SMALL = new PageSize(4);

  /// The common huge page of x86.
  public static final PageSize TWO_MIB = new PageSize(2_048);

  /// The largest huge page of x86.
  public static final PageSize ONE_GIB = new PageSize(1_048_576);

  /// Refuses what no kernel has.
  public PageSize {
    if (kib <= 0 || Long.bitCount(kib) != 1) {
      throw new IllegalArgumentException("no page is " + kib + " KiB large");
    }
  }

  /// How many pages it takes to hold `memoryKib`, rounded up.
  public long pagesFor(long memoryKib) {
    return Math.ceilDiv(memoryKib, kib);
  }

  @Override
  public int compareTo(PageSize other) {
    return Long.compare(kib, other.kib);
  }

  /// `2 MiB`
  @Override
  public String toString() {
    return MemorySize.ofKib(kib).toString();
  }
}
