package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.GuestFacts;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.PagePool;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Guest;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.domain.DomainState;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.MemorySize;

/// A guest whose huge pages are not there does not start: H-02 where even alone it finds too few,
/// H-10 where there are too few for all and the order of start decides.
///
/// Compared are all guests of the design that may run at the same time, whether they do or not,
/// with the pool as planned. Cells bound to several nodes may take their pages from any of them and
/// are left to `HugePagesScarce`.
final class HugePageShortage implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.hugePages().all().stream().flatMap(pool -> examine(facts, pool).stream());
  }

  private static Optional<Finding> examine(Analysis facts, PagePool pool) {
    var needs = pool.atOnce().stream().filter(need -> !need.share().estimated()).toList();
    long needed = needs.stream().mapToLong(PagePool.Need::pages).sum();
    return needs.isEmpty() || needed <= pool.forGuests()
        ? Optional.empty()
        : Optional.of(problem(facts, pool, byStart(facts, needs), needed));
  }

  /// Who holds pages already comes first, so that the last is the one that does not get any.
  private static List<PagePool.Need> byStart(Analysis facts, List<PagePool.Need> needs) {
    return needs.stream()
        .sorted(Comparator.comparing(need -> !active(facts, need.share().domain())))
        .toList();
  }

  private static boolean active(Analysis facts, DomainId id) {
    return facts
        .guest(id)
        .map(GuestFacts::guest)
        .map(Guest::state)
        .filter(DomainState::active)
        .isPresent();
  }

  private static Finding problem(
      Analysis facts, PagePool pool, List<PagePool.Need> needs, long needed) {
    var loser = loser(pool, needs);
    var id = loser.share().domain();
    var where = new ArrayList<Item>();
    where.add(new Item.NodeMemory(pool.node()));
    where.add(new Item.Cell(id, loser.share().cell()));
    needs.stream()
        .map(need -> new Item.Cell(need.share().domain(), need.share().cell()))
        .filter(cell -> !where.contains(cell))
        .forEach(where::add);
    boolean fails =
        needs.stream()
            .anyMatch(need -> need.share().mode().stream().noneMatch(MemoryMode.PREFERRED::equals));
    return new Finding(
        loser.pages() > pool.forGuests() ? "H-02" : "H-10",
        fails ? Severity.ERROR : Severity.WARNING,
        Optional.of(id),
        where,
        "",
        message(facts, pool, needs, loser, needed),
        "",
        now -> fixes(now, pool, needed, loser.share()));
  }

  /// The first for whom nothing is left.
  private static PagePool.Need loser(PagePool pool, List<PagePool.Need> needs) {
    long left = pool.forGuests();
    for (var need : needs) {
      left -= need.pages();
      if (left < 0) {
        return need;
      }
    }
    return needs.getLast();
  }

  private static String message(
      Analysis facts, PagePool pool, List<PagePool.Need> needs, PagePool.Need loser, long needed) {
    var domain = facts.design().guest(loser.share().domain()).orElseThrow().wanted();
    String others =
        needs.stream()
            .filter(need -> !need.equals(loser))
            .map(need ->
                Words.count(need.pages()) + " of " + Words.name(facts, need.share().domain()))
            .collect(Collectors.joining(", "));
    long missing = needed - pool.forGuests();
    return Words.cell(domain, loser.share().cell())
        + " needs "
        + pages(loser.pages())
        + " of "
        + pool.size()
        + " on node "
        + pool.node()
        + (others.isEmpty() ? "" : " beside " + others)
        + ", the pool has "
        + Words.count(pool.pages())
        + (pool.kept() == 0 ? "" : ", " + Words.count(pool.kept()) + " of them kept by lanes")
        + ": "
        + Words.count(missing)
        + " short ("
        + MemorySize.ofKib(missing * pool.size().kib())
        + ")";
  }

  private static String pages(long count) {
    return Words.count(count) + (count == 1 ? " page" : " pages");
  }

  private static List<Fix> fixes(Analysis facts, PagePool pool, long needed, MemoryShare loser) {
    var fixes = new ArrayList<Fix>();
    boolean fits = facts.memory().node(pool.node()).filter(node -> node.overKib() == 0).isPresent();
    if (fits) {
      fixes.add(
          new Fix(
              "Grow the pool on node " + pool.node() + " to " + pages(needed + pool.kept()),
              new Edit.PlanPool(new PoolPlan(pool.node(), pool.size(), needed + pool.kept()))));
    }
    boolean enough = loser.kib() >= (needed - pool.forGuests()) * pool.size().kib();
    if (enough) {
      Room.moveCell(facts, loser, pool.node()).ifPresent(fixes::add);
    }
    return fixes;
  }
}
