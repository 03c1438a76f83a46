package org.numascape.format.capabilities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HugePagePool;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;

/// A `<cell>`: one NUMA node of the host. Memory is not written for a node without any, and CPUs
/// may be none.
///
/// @param cpus its CPUs by id, in the text's order
/// @param distances to other nodes by their id; empty where the host tells none
record Cell(Value value, int id, List<Cpu> cpus, Map<Integer, Integer> distances) {

  /// The largest base page of any kernel (Arm, POWER).
  private static final long LARGEST_BASE_KIB = 64;

  private static final int FARTHEST = 255;

  static Cell of(Value cell) throws FormatException {
    var cpus = new ArrayList<Cpu>();
    for (var cpu : cell.element().path("cpus", "cpu").toList()) {
      cpus.add(Cpu.of(new Value(cell.source(), cpu)));
    }
    var distances = new HashMap<Integer, Integer>();
    for (var sibling : cell.element().path("distances", "sibling").toList()) {
      var to = new Value(cell.source(), sibling);
      int distance = to.number("value", -1);
      if (distance < 0 || distance > FARTHEST) {
        throw to.wrong(
            "no distance is %d, they go up to 255; read the host again.".formatted(distance));
      }
      distances.put(to.index("id"), distance);
    }
    return new Cell(cell, cell.index("id"), cpus, distances);
  }

  /// OS indexes of its CPUs.
  CpuSet cpuSet() {
    return CpuSet.of(cpus.stream().map(Cpu::id).toList());
  }

  /// What the node is called while the host is put together.
  static String key(int id) {
    return "node:" + id;
  }

  /// Whether this is the one cell libvirt makes up where it cannot see nodes: a real one has pages
  /// and its distance to itself (libvirt `virCapabilitiesHostNUMAInitFake`).
  boolean isMadeUp(int cells) {
    return cells == 1 && isBare();
  }

  private boolean isBare() {
    return distances.isEmpty() && value.element().children("pages").findAny().isEmpty();
  }

  /// Older libvirt makes up several cells and calls all of them 0; they are one, of which it wrote
  /// the host's memory again and again. Empty where the two are something else.
  Optional<Cell> joinedWith(Cell other) {
    if (id != 0 || other.id != 0 || !isBare() || !other.isBare()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(cpus);
    all.addAll(other.cpus);
    return Optional.of(new Cell(value, id, all, distances));
  }

  /// The node, behind its memory-side caches where it has some.
  Draft memory(HostDetails details) throws FormatException {
    var local = cpuSet();
    long kib = kib();
    var free = details.freeKib().get(id);
    var freeKib = free == null ? OptionalLong.empty() : OptionalLong.of(free);
    var pools = pools(details.freePages().getOrDefault(id, Map.of()));
    var draft =
        Draft.of(
                ObjectKind.NUMA_NODE,
                local,
                (logical, contents) -> new NumaNode(logical, id, "", kib, freeKib, pools, local))
            .told(Map.of(), key(id));
    for (long size : cachesFromMemoryOutwards()) {
      draft =
          Draft.of(
                  ObjectKind.MEMORY_CACHE,
                  local,
                  (logical, contents) -> new MemoryCache(logical, size, local, contents))
              .with(List.of(draft), List.of(), List.of());
    }
    return draft;
  }

  private long kib() throws FormatException {
    var memory = value.element().child("memory");
    if (memory.isEmpty()) {
      return 0;
    }
    var amount = new Value(value.source(), memory.get());
    return amount.kib(amount.content());
  }

  /// Sizes in KiB. The kernel counts these caches from the memory: level 1 is next to it, and a
  /// higher level is nearer to the CPUs (kernel: Documentation/admin-guide/mm/numaperf.rst).
  private Iterable<Long> cachesFromMemoryOutwards() throws FormatException {
    var sizes = new TreeMap<Integer, Long>();
    for (var cache : value.element().children("cache").toList()) {
      var size = new Value(value.source(), cache.child("size").orElse(cache));
      int level = new Value(value.source(), cache).number("level", 1);
      sizes.put(level, size.has("value") ? size.kib(size.number("value")) : 0);
    }
    return sizes.values();
  }

  /// The pools of all sizes but the smallest, which the kernel uses for everything else.
  private List<HugePagePool> pools(Map<PageSize, Long> free) throws FormatException {
    var sizes = new TreeMap<Long, Long>();
    for (XmlElement element : value.element().children("pages").toList()) {
      var pages = new Value(value.source(), element);
      long kib = pages.kib(pages.number("size"));
      long total = pages.content();
      if (kib < 1 || Long.bitCount(kib) != 1 || total < 0) {
        throw pages.wrong(
            "a node cannot have %,d pages of %,d KiB; read the host again.".formatted(total, kib));
      }
      sizes.put(kib, total);
    }
    if (!sizes.isEmpty() && sizes.firstKey() <= LARGEST_BASE_KIB) {
      sizes.pollFirstEntry();
    }
    var pools = new ArrayList<HugePagePool>();
    for (var pages : sizes.entrySet()) {
      var size = new PageSize(pages.getKey());
      var unused = free.get(size);
      pools.add(
          new HugePagePool(
              size,
              pages.getValue(),
              unused == null ? OptionalLong.empty() : OptionalLong.of(unused)));
    }
    return List.copyOf(pools);
  }
}
