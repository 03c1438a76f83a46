package org.numascape.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;

/// A guest NUMA node: `cpu/numa/cell`.
///
/// @param vcpus guest vCPU ids; empty for a cell that is memory only
/// @param memoryKib in KiB
/// @param access whether other processes may share its memory (`memAccess`); empty follows
///   `memoryBacking`
/// @param discard whether its memory is thrown away at shutdown, not written back
/// @param distances to other cells by their id: 10 is local, 11 to 255 remote; 20 where nothing is
///   said
/// @param caches its memory-side caches
public record GuestCell(
    int id,
    CpuSet vcpus,
    long memoryKib,
    Optional<MemoryAccess> access,
    Optional<Boolean> discard,
    Map<Integer, Integer> distances,
    List<CellCache> caches) {

  /// Copies the collections.
  public GuestCell {
    distances = Collections.unmodifiableMap(new TreeMap<>(distances));
    caches = List.copyOf(caches);
  }

  /// A cell about which nothing more is said.
  public GuestCell(int id, CpuSet vcpus, long memoryKib) {
    this(id, vcpus, memoryKib, Optional.empty(), Optional.empty(), Map.of(), List.of());
  }

  /// The cells of a guest with the vCPUs that none of them names in cell 0, where libvirt puts them
  /// (`virDomainNumaFillCPUsInNode`).
  ///
  /// @param vcpus how many the guest has at most
  public static List<GuestCell> filled(List<GuestCell> cells, int vcpus) {
    if (cells.isEmpty()) {
      return List.of();
    }
    var named = cells.stream().map(GuestCell::vcpus).reduce(CpuSet.EMPTY, CpuSet::or);
    var first = cells.getFirst();
    var rest = CpuSet.range(0, vcpus - 1).minus(named);
    var filled = new ArrayList<>(cells);
    filled.set(0, first.withVcpus(first.vcpus().or(rest)));
    return Collections.unmodifiableList(filled);
  }

  /// The same cell under another id.
  public GuestCell withId(int other) {
    return new GuestCell(other, vcpus, memoryKib, access, discard, distances, caches);
  }

  /// The same cell with other vCPUs.
  public GuestCell withVcpus(CpuSet others) {
    return new GuestCell(id, others, memoryKib, access, discard, distances, caches);
  }

  /// The same cell of another size.
  public GuestCell withMemoryKib(long kib) {
    return new GuestCell(id, vcpus, kib, access, discard, distances, caches);
  }

  /// The same cell, its memory shared otherwise.
  public GuestCell withAccess(Optional<MemoryAccess> other) {
    return new GuestCell(id, vcpus, memoryKib, other, discard, distances, caches);
  }

  /// The same cell, its memory kept otherwise.
  public GuestCell withDiscard(Optional<Boolean> other) {
    return new GuestCell(id, vcpus, memoryKib, access, other, distances, caches);
  }

  /// The same cell as far from others as said.
  public GuestCell withDistances(Map<Integer, Integer> others) {
    return new GuestCell(id, vcpus, memoryKib, access, discard, others, caches);
  }

  /// The same cell with other caches.
  public GuestCell withCaches(List<CellCache> others) {
    return new GuestCell(id, vcpus, memoryKib, access, discard, distances, others);
  }
}
