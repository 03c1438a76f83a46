package org.numascape.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.domain.PageBacking;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.NodeSet;
import org.numascape.topology.NumaNode;
import org.numascape.topology.PageSize;

/// Whose memory a design puts on which node.
///
/// A cell bound to one node is there entirely; bound to several it is counted evenly and marked as
/// estimated; unbound it is on no node and listed as floating. Bindings to nodes the host lacks
/// count as unbound.
///
/// @param nodes by OS index, ascending; every node of the host
/// @param floating memory that may come from anywhere
public record MemoryBudget(Map<Integer, NodeMemory> nodes, List<MemoryShare> floating) {

  /// Copies the collections.
  public MemoryBudget {
    nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    floating = List.copyOf(floating);
  }

  /// The memory of one node.
  public Optional<NodeMemory> node(int node) {
    return Optional.ofNullable(nodes.get(node));
  }

  /// What one cell has on the first node it is bound to, or what floats of it.
  Optional<MemoryShare> shareOf(DomainId id, int cell) {
    return Stream.concat(
            nodes.values().stream().flatMap(node -> node.shares().stream()), floating.stream())
        .filter(share -> share.domain().equals(id) && share.cell() == cell)
        .findFirst();
  }

  /// The budget of a design, guests as wanted.
  static MemoryBudget of(Design design) {
    var wanted = sharesByNode(design, Guest::wanted, design.guests());
    var running = design.guests().stream().filter(guest -> guest.state().active()).toList();
    var held = sharesByNode(design, guest -> guest.live().orElse(guest.stored()), running);
    var sizes = HugePageBudget.sizes(design);
    var nodes = new TreeMap<Integer, NodeMemory>();
    for (var node : design.host().nodes().values()) {
      int index = node.osIndex();
      nodes.put(
          index,
          new NodeMemory(
              index,
              node.memoryKib(),
              node.freeKib(),
              others(node, held.getOrDefault(index, List.of())),
              design.keptKib(index),
              kept(design, index, sizes),
              pools(design, node, sizes),
              wanted.getOrDefault(index, List.of()),
              design.checking().neverTogether()));
    }
    return new MemoryBudget(nodes, wanted.getOrDefault(UNBOUND, List.of()));
  }

  private static final int UNBOUND = -1;

  private static Map<Integer, List<MemoryShare>> sharesByNode(
      Design design, Function<Guest, Domain> view, List<Guest> guests) {
    var found = new TreeMap<Integer, List<MemoryShare>>();
    for (var guest : guests) {
      var domain = view.apply(guest);
      for (var cell : domain.memoryCells()) {
        shares(design, guest, domain, cell)
            .forEach(
                (node, share) -> found.computeIfAbsent(node, n -> new ArrayList<>()).add(share));
      }
    }
    return found;
  }

  private static Map<Integer, MemoryShare> shares(
      Design design, Guest guest, Domain domain, GuestCell cell) {
    var binding = domain.numaTune().bindingOf(cell.id());
    var bound = binding.map(MemoryBinding::nodes).orElse(NodeSet.EMPTY);
    var nodes = bound.and(design.host().nodeSet());
    var pages = pageSize(design, domain.pagesOf(cell.id()));
    var found = new TreeMap<Integer, MemoryShare>();
    if (nodes.isEmpty()) {
      found.put(
          UNBOUND,
          new MemoryShare(guest.id(), cell.id(), cell.memoryKib(), Optional.empty(), pages, false));
    }
    long part = nodes.isEmpty() ? 0 : Math.ceilDiv(cell.memoryKib(), (long) nodes.size());
    var mode = binding.map(MemoryBinding::mode);
    nodes.stream()
        .forEach(node ->
            found.put(
                node, new MemoryShare(guest.id(), cell.id(), part, mode, pages, nodes.size() > 1)));
    return found;
  }

  private static Optional<PageSize> pageSize(Design design, PageBacking backing) {
    return switch (backing) {
      case PageBacking.Normal() -> Optional.empty();
      case PageBacking.DefaultHuge() -> Optional.of(HugePageBudget.defaultSize(design));
      case PageBacking.Huge(var size) -> Optional.of(size);
    };
  }

  private static Map<PageSize, Long> pools(Design design, NumaNode node, Set<PageSize> sizes) {
    var found = new TreeMap<PageSize, Long>();
    for (var size : sizes) {
      design
          .poolPages(node.osIndex(), size)
          .ifPresent(pages -> found.put(size, pages * size.kib()));
    }
    return found;
  }

  private static Map<PageSize, Long> kept(Design design, int node, Set<PageSize> sizes) {
    var found = new TreeMap<PageSize, Long>();
    for (var size : sizes) {
      long pages = design.keptPages(node, size);
      if (pages > 0) {
        found.put(size, pages * size.kib());
      }
    }
    return found;
  }

  private static OptionalLong others(NumaNode node, List<MemoryShare> held) {
    if (node.freeKib().isEmpty()) {
      return OptionalLong.empty();
    }
    long pools =
        node.pools().stream()
            .filter(pool -> pool.size().compareTo(PageSize.SMALL) > 0)
            .mapToLong((HugePagePool pool) -> pool.total() * pool.size().kib())
            .sum();
    long guests = held.stream().filter(s -> s.pages().isEmpty()).mapToLong(MemoryShare::kib).sum();
    long rest = node.memoryKib() - node.freeKib().getAsLong() - pools - guests;
    return OptionalLong.of(Math.max(0, rest));
  }
}
