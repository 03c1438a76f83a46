package org.numascape.analysis;

import java.util.List;
import java.util.OptionalLong;
import org.numascape.design.ExclusiveGroup;
import org.numascape.topology.PageSize;

/// Huge pages of one size on one node: what there will be and who wants them. All counts in pages.
///
/// @param node OS index
/// @param pages the pool: as planned, else as the host has it; 0 where the host has none
/// @param planned whether the design plans another pool than the host has
/// @param free free when the host was read, where the source tells. For display: the pages of
///   running guests are not in it, so it cannot be compared with `needed`, which counts them.
/// @param kept what lanes take of it, for the host or other software
/// @param needs what guest cells want, in the order of the design
/// @param neverTogether guests that never run at the same time, and so never want it at once
public record PagePool(
    int node,
    PageSize size,
    long pages,
    boolean planned,
    OptionalLong free,
    long kept,
    List<Need> needs,
    List<ExclusiveGroup> neverTogether) {

  /// Pages of one guest cell; `estimated` when the cell is bound to several nodes and this is an
  /// even part.
  public record Need(MemoryShare share, long pages) {}

  /// Copies the list.
  public PagePool {
    needs = List.copyOf(needs);
    neverTogether = List.copyOf(neverTogether);
  }

  /// The pool without what one cell wants of it.
  public PagePool without(MemoryShare share) {
    var others = needs.stream().filter(need -> !need.share().sameCell(share)).toList();
    return new PagePool(node, size, pages, planned, free, kept, others, neverTogether);
  }

  /// What guests that may run at the same time want; where some never do, those that want the most.
  public List<Need> atOnce() {
    if (neverTogether.isEmpty()) {
      return needs;
    }
    var running = AtOnce.of(neverTogether, AtOnce.wants(needs.stream().map(Need::share).toList()));
    return needs.stream().filter(need -> running.contains(need.share().domain())).toList();
  }

  /// What lanes, and guests that may run at the same time, want together.
  public long needed() {
    return kept + byGuests();
  }

  /// What guests want [at once][#atOnce], running or not.
  public long byGuests() {
    return atOnce().stream().mapToLong(Need::pages).sum();
  }

  /// What lanes leave of the pool.
  public long forGuests() {
    return Math.max(0, pages - kept);
  }

  /// How many pages are missing for all lanes and guests to run; 0 when the pool is large enough.
  public long shortfall() {
    return Math.max(0, needed() - pages);
  }

  /// How many pages nobody wants.
  public long spare() {
    return Math.max(0, pages - needed());
  }
}
