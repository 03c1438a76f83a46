package org.numascape.topology;

import java.util.OptionalLong;

/// The huge pages of one size on one node, in pages. `free` is known only where the source tells.
public record HugePagePool(PageSize size, long total, OptionalLong free) {

  /// Refuses negative counts.
  public HugePagePool {
    if (total < 0 || free.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "a pool cannot hold " + total + " pages, " + free + " of them free");
    }
  }
}
