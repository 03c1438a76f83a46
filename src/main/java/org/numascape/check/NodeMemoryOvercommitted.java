package org.numascape.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.numascape.analysis.Analysis;
import org.numascape.analysis.MemoryShare;
import org.numascape.analysis.NodeMemory;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.design.PoolPlan;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.MemorySize;
import org.numascape.topology.PageSize;

/// More memory is bound to a node by guests that may run at the same time than the node has.
///
/// Guests on huge pages count through the pool: the pool or what they want of it, whichever is
/// more.
final class NodeMemoryOvercommitted implements DesignCheck {

  @Override
  public Stream<Finding> examine(Analysis facts) {
    return facts.memory().nodes().values().stream()
        .filter(node -> node.overKib() > 0)
        .map(node -> problem(facts, node));
  }

  private static Finding problem(Analysis facts, NodeMemory node) {
    var bySize =
        node.atOnce().stream()
            .sorted(Comparator.comparingLong(MemoryShare::kib).reversed())
            .toList();
    boolean firm =
        bySize.isEmpty()
            || bySize.stream()
                .anyMatch(share ->
                    !share.estimated()
                        && share.mode().filter(MemoryMode.STRICT::equals).isPresent());
    var where = new ArrayList<Item>();
    where.add(new Item.NodeMemory(node.node()));
    bySize.forEach(share -> where.add(new Item.Cell(share.domain(), share.cell())));
    Optional<DomainId> culprit =
        node.atOnce().isEmpty() ? Optional.empty() : Optional.of(node.atOnce().getLast().domain());
    return new Finding(
        "N-17",
        firm ? Severity.ERROR : Severity.WARNING,
        culprit,
        where,
        "",
        message(facts, node),
        "",
        now -> fixes(now, node));
  }

  private static String message(Analysis facts, NodeMemory node) {
    var parts = new ArrayList<String>();
    byGuest(node)
        .forEach((id, shares) ->
            parts.add(
                Words.name(facts, id)
                    + (shares.stream().anyMatch(MemoryShare::estimated) ? " about " : " ")
                    + MemorySize.ofKib(shares.stream().mapToLong(MemoryShare::kib).sum())));
    long kept =
        node.keptKib() + node.keptPages().values().stream().mapToLong(Long::longValue).sum();
    if (kept > 0) {
      parts.add("lanes " + MemorySize.ofKib(kept));
    }
    node.pools()
        .forEach((size, kib) -> {
          long inside = inside(node, size);
          if (kib > inside) {
            String name = inside > 0 ? "rest of the pool of " : "pool of ";
            parts.add(name + size + " pages " + MemorySize.ofKib(kib - inside));
          }
        });
    return "Node "
        + node.node()
        + " has "
        + MemorySize.ofKib(node.totalKib())
        + ", "
        + MemorySize.ofKib(node.committedKib())
        + " are wanted ("
        + Words.list(parts)
        + "): "
        + MemorySize.ofKib(node.overKib())
        + " too much";
  }

  private static Map<DomainId, List<MemoryShare>> byGuest(NodeMemory node) {
    return node.atOnce().stream()
        .collect(
            Collectors.groupingBy(
                MemoryShare::domain, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /// What guests and lanes want of a pool, in KiB: it is told with them already.
  private static long inside(NodeMemory node, PageSize size) {
    long guests =
        node.atOnce().stream()
            .filter(share -> share.pages().filter(size::equals).isPresent())
            .mapToLong(MemoryShare::kib)
            .sum();
    return guests + node.keptPages().getOrDefault(size, 0L);
  }

  private static List<Fix> fixes(Analysis facts, NodeMemory node) {
    var fixes = new ArrayList<Fix>();
    facts.hugePages().on(node.node()).stream()
        .filter(pool -> pool.spare() * pool.size().kib() >= node.overKib())
        .findFirst()
        .map(pool ->
            new Fix(
                "Shrink the pool on node "
                    + node.node()
                    + " to "
                    + Words.count(pool.needed())
                    + " pages",
                new Edit.PlanPool(new PoolPlan(node.node(), pool.size(), pool.needed()))))
        .ifPresent(fixes::add);
    node.atOnce().stream()
        .filter(share -> !share.estimated() && node.without(share).overKib() == 0)
        .sorted(Comparator.comparingLong(MemoryShare::kib))
        .flatMap(share -> Room.moveCell(facts, share, node.node()).stream())
        .findFirst()
        .ifPresent(fixes::add);
    return fixes;
  }
}
