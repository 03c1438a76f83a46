package org.numascape.design;

import java.util.List;
import java.util.OptionalLong;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// How a planned huge-page pool comes to be: what of it has to be there from boot, and what can be
/// allocated while the host runs.
///
/// Pages of 1 GiB need as much memory in one piece, which a host that has run for a while seldom
/// has; smaller ones are found as long as the node has free memory (kernel
/// `Documentation/admin-guide/mm/hugetlbpage.rst`).
///
/// @param has pages in the pool now
/// @param moment when the pages that are missing can be had
public record PoolAllocation(PoolPlan plan, long has, Moment moment) {

  /// When pages can be had.
  public enum Moment {
    /// It has enough: pages are given back, or nothing is to be done.
    NOTHING_TO_ALLOCATE,
    /// While the host runs.
    AT_RUN_TIME,
    /// From boot on, to be sure: large pages.
    AT_BOOT,
    /// From boot on: the node has not so much free memory now.
    AT_BOOT_FOR_MEMORY
  }

  /// What each planned pool of a design takes.
  public static List<PoolAllocation> of(Design design) {
    return design.pools().stream().map(plan -> of(design, plan)).toList();
  }

  /// What a pool takes that a design plans, or might plan.
  public static PoolAllocation of(Design design, PoolPlan plan) {
    var node = design.host().node(plan.node());
    long has = node.flatMap(found -> found.pool(plan.size())).map(HugePagePool::total).orElse(0L);
    var free = node.map(NumaNode::freeKib).orElse(OptionalLong.empty());
    return new PoolAllocation(plan, has, moment(plan, has, free));
  }

  private static Moment moment(PoolPlan plan, long has, OptionalLong freeKib) {
    long missing = plan.pages() - has;
    if (missing <= 0) {
      return Moment.NOTHING_TO_ALLOCATE;
    }
    if (plan.size().compareTo(PageSize.ONE_GIB) >= 0) {
      return Moment.AT_BOOT;
    }
    boolean scarce = freeKib.isPresent() && freeKib.getAsLong() / plan.size().kib() < missing;
    return scarce ? Moment.AT_BOOT_FOR_MEMORY : Moment.AT_RUN_TIME;
  }

  /// Pages to be allocated; 0 where the pool has enough.
  public long missing() {
    return Math.max(0, plan.pages() - has);
  }
}
