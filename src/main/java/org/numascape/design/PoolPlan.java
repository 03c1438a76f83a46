package org.numascape.design;

import org.numascape.topology.PageSize;

/// How many huge pages of one size a node shall have in all, in pages; `node` is an OS index.
public record PoolPlan(int node, PageSize size, long pages) {

  /// Refuses negative counts.
  public PoolPlan {
    if (pages < 0) {
      throw new IllegalArgumentException("a pool of " + pages + " pages cannot be planned");
    }
  }

  /// Whether it is about the same pool.
  boolean sameAs(PoolPlan other) {
    return node == other.node && size.equals(other.size);
  }
}
