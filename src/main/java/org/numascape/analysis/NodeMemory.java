package org.numascape.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.numascape.design.DomainId;
import org.numascape.design.ExclusiveGroup;
import org.numascape.topology.PageSize;

/// What a design puts into the memory of one node. All amounts in KiB.
///
/// @param node OS index
/// @param totalKib all memory of the node, huge-page pools included
/// @param freeKib free when the host was read, where the source tells; memory in pools is not free
/// @param othersKib used when the host was read by neither pools nor running guests of the design,
///   where the source tells how much was free
/// @param keptKib normal memory kept from guests by lanes, for the host or other software
/// @param keptPages what lanes take of the pools in KiB, by page size
/// @param pools pool sizes in KiB as planned, by page size
/// @param shares what guests have bound here, in the order of the design
/// @param neverTogether guests that never run at the same time, and so never want it at once
public record NodeMemory(
    int node,
    long totalKib,
    OptionalLong freeKib,
    OptionalLong othersKib,
    long keptKib,
    Map<PageSize, Long> keptPages,
    Map<PageSize, Long> pools,
    List<MemoryShare> shares,
    List<ExclusiveGroup> neverTogether) {

  /// Copies the collections.
  public NodeMemory {
    keptPages = Collections.unmodifiableMap(new TreeMap<>(keptPages));
    pools = Collections.unmodifiableMap(new TreeMap<>(pools));
    shares = List.copyOf(shares);
    neverTogether = List.copyOf(neverTogether);
  }

  /// The node with one share more.
  public NodeMemory with(MemoryShare share) {
    return sharedBy(Stream.concat(shares.stream(), Stream.of(share)).toList());
  }

  /// The node without what one cell has bound here.
  public NodeMemory without(MemoryShare share) {
    return sharedBy(shares.stream().filter(other -> !other.sameCell(share)).toList());
  }

  /// The node with the shares of some guests alone.
  public NodeMemory of(Predicate<DomainId> guests) {
    return sharedBy(shares.stream().filter(share -> guests.test(share.domain())).toList());
  }

  /// What guests that may run at the same time have bound here; where some never do, those that
  /// want the most.
  public List<MemoryShare> atOnce() {
    if (neverTogether.isEmpty()) {
      return shares;
    }
    var running = AtOnce.of(neverTogether, AtOnce.wants(shares));
    return shares.stream().filter(share -> running.contains(share.domain())).toList();
  }

  private NodeMemory sharedBy(List<MemoryShare> others) {
    return new NodeMemory(
        node, totalKib, freeKib, othersKib, keptKib, keptPages, pools, others, neverTogether);
  }

  /// What guests have bound here.
  public long plannedKib() {
    return shares.stream().mapToLong(MemoryShare::kib).sum();
  }

  /// What lanes, pools and guests need [at once][#atOnce]: lanes, guests on normal pages, and for
  /// each page size the pool or what lanes and guests want of it, whichever is more.
  public long committedKib() {
    var huge = new TreeMap<>(pools);
    var wanted = new TreeMap<>(keptPages);
    long normal = 0;
    for (var share : atOnce()) {
      if (share.pages().isEmpty()) {
        normal += share.kib();
      } else {
        wanted.merge(share.pages().get(), share.kib(), Long::sum);
      }
    }
    wanted.forEach((size, kib) -> huge.merge(size, kib, Math::max));
    return keptKib + normal + huge.values().stream().mapToLong(Long::longValue).sum();
  }

  /// By how much that is more than the node has; 0 when it fits.
  public long overKib() {
    return Math.max(0, committedKib() - totalKib);
  }
}
