package org.numascape.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.PagePool;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PageBacking;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

/// A cell that may take its huge pages from several nodes, or from any, finds too few on all of
/// them together.
///
/// The free choice of nodes is granted to one cell at a time, against what cells with one node
/// leave over; so it never cries wolf, and several such cells together may still be too many.
final class HugePagesScarce implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.design().guests().stream()
        .flatMap(guest ->
            guest.wanted().memoryCells().stream()
                .flatMap(cell -> examine(facts, guest, cell).stream()));
  }

  private static Optional<Finding> examine(Analysis facts, Guest guest, GuestCell cell) {
    var size = size(facts, guest, cell);
    var nodes = nodes(facts, guest, cell);
    if (size.isEmpty() || nodes.size() < 2) {
      return Optional.empty();
    }
    long needed = size.get().pagesFor(cell.memoryKib());
    long left = nodes.stream().mapToLong(node -> left(facts, node, size.get())).sum();
    return needed <= left
        ? Optional.empty()
        : Optional.of(problem(guest, cell, size.get(), nodes, needed, left));
  }

  private static Optional<PageSize> size(Analysis facts, Guest guest, GuestCell cell) {
    return switch (guest.wanted().pagesOf(cell.id())) {
      case PageBacking.Normal() -> Optional.empty();
      case PageBacking.DefaultHuge() -> Optional.of(facts.hugePages().defaultSize());
      case PageBacking.Huge(var size) -> Optional.of(size);
    };
  }

  private static NodeSet nodes(Analysis facts, Guest guest, GuestCell cell) {
    var all = facts.host().nodeSet();
    var bound =
        guest
            .wanted()
            .numaTune()
            .bindingOf(cell.id())
            .map(MemoryBinding::nodes)
            .orElse(NodeSet.EMPTY)
            .and(all);
    return bound.isEmpty() ? all : bound;
  }

  private static long left(Analysis facts, int node, PageSize size) {
    return facts.hugePages().pool(node, size).stream()
        .mapToLong(pool ->
            pool.forGuests()
                - pool.atOnce().stream()
                    .filter(need -> !need.share().estimated())
                    .mapToLong(PagePool.Need::pages)
                    .sum())
        .filter(pages -> pages > 0)
        .sum();
  }

  private static Finding problem(
      Guest guest, GuestCell cell, PageSize size, NodeSet nodes, long needed, long left) {
    var where = new ArrayList<Item>();
    where.add(new Item.Cell(guest.id(), cell.id()));
    nodes.stream().forEach(node -> where.add(new Item.NodeMemory(node)));
    long missing = needed - left;
    String message =
        Words.cell(guest.wanted(), cell.id())
            + " needs "
            + Words.count(needed)
            + " pages of "
            + size
            + " on "
            + Words.nodes(nodes)
            + ", the pools have "
            + Words.count(left)
            + " to spare: "
            + Words.count(missing)
            + " short ("
            + MemorySize.ofKib(missing * size.kib())
            + ")";
    return new Finding(
        "H-02",
        Severity.ERROR,
        Optional.of(guest.id()),
        where,
        "",
        message,
        "",
        now -> fixes(now, nodes, size, missing));
  }

  private static List<Fix> fixes(Analysis facts, NodeSet nodes, PageSize size, long missing) {
    return nodes.stream()
        .boxed()
        .flatMap(node -> {
          long pages = facts.design().poolPages(node, size).orElse(0) + missing;
          long extra = missing * size.kib();
          return facts.memory().node(node).stream()
              .filter(memory -> memory.committedKib() + extra <= memory.totalKib())
              .map(memory ->
                  new Fix(
                      "Grow the pool on node " + node + " to " + Words.count(pages) + " pages",
                      new Edit.PlanPool(new PoolPlan(node, size, pages))));
        })
        .limit(1)
        .toList();
  }
}
