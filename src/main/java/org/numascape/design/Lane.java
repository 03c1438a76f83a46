package org.numascape.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

/// What of the host is kept from guests, and for whom: the host's own work, or other software such
/// as SPDK, DPDK or Ceph.
///
/// @param name what people call it; [#HOST] for the host itself
/// @param kind what sort of software it is; always [LaneKind#HOST] for the host itself
/// @param cpus host CPUs (OS indexes)
/// @param memoryKib normal memory in KiB by node (OS index)
/// @param pages huge pages it takes from the pools, by node, then size
public record Lane(
    String name, LaneKind kind, CpuSet cpus, Map<Integer, Long> memoryKib, List<Pages> pages) {

  /// The name of the lane that is the host's own.
  public static final String HOST = "host";

  /// Huge pages of one size that a lane takes from the pool of one node (OS index).
  public record Pages(int node, PageSize size, long count) {
    /// Refuses negative counts.
    public Pages {
      if (count < 0) {
        throw new IllegalArgumentException("a lane cannot take " + count + " pages");
      }
    }
  }

  /// Copies the collections and leaves out what is nothing; refuses a lane without a name, memory
  /// below zero, and two counts for one pool.
  public Lane {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a lane needs a name");
    }
    boolean own = name.equals(HOST);
    kind = own ? LaneKind.HOST : kind == LaneKind.HOST ? LaneKind.OTHER : kind;
    var kept = new TreeMap<Integer, Long>();
    memoryKib.forEach((node, kib) -> {
      if (kib < 0) {
        throw new IllegalArgumentException("a lane cannot keep " + kib + " KiB of node " + node);
      }
      if (kib > 0) {
        kept.put(node, kib);
      }
    });
    memoryKib = Collections.unmodifiableMap(kept);
    pages =
        pages.stream()
            .filter(taken -> taken.count() > 0)
            .sorted(Comparator.comparingInt(Pages::node).thenComparing(Pages::size))
            .toList();
    for (int next = 1; next < pages.size(); next++) {
      if (samePool(pages.get(next - 1), pages.get(next))) {
        throw new IllegalArgumentException(
            "a lane takes " + pages.get(next).size() + " pages of one node twice");
      }
    }
  }

  private static boolean samePool(Pages one, Pages other) {
    return one.node() == other.node() && one.size().equals(other.size());
  }

  /// A lane without huge pages, of the host where it has its name, else for other software.
  public Lane(String name, CpuSet cpus, Map<Integer, Long> memoryKib) {
    this(name, LaneKind.OTHER, cpus, memoryKib, List.of());
  }

  /// Whether it is the host's own.
  public boolean host() {
    return name.equals(HOST);
  }

  /// Whether it keeps anything.
  public boolean keepsNothing() {
    return cpus.isEmpty() && memoryKib.isEmpty() && pages.isEmpty();
  }

  /// Huge pages of a size that it takes from a node.
  public long pages(int node, PageSize size) {
    return pages.stream()
        .filter(taken -> taken.node() == node && taken.size().equals(size))
        .mapToLong(Pages::count)
        .sum();
  }

  /// The same lane for another sort of software.
  public Lane withKind(LaneKind other) {
    return new Lane(name, other, cpus, memoryKib, pages);
  }

  /// The same lane under another name.
  public Lane named(String other) {
    return new Lane(other, kind, cpus, memoryKib, pages);
  }

  /// The same lane with other CPUs.
  public Lane withCpus(CpuSet others) {
    return new Lane(name, kind, others, memoryKib, pages);
  }

  /// The same lane with other memory.
  public Lane withMemoryKib(Map<Integer, Long> others) {
    return new Lane(name, kind, cpus, others, pages);
  }

  /// The same lane with other memory on one node; 0 for none.
  public Lane withMemoryKib(int node, long kib) {
    var others = new TreeMap<>(memoryKib);
    others.put(node, kib);
    return withMemoryKib(others);
  }

  /// The same lane with another count of huge pages from one pool; 0 for none.
  public Lane withPages(Pages taken) {
    var others = new ArrayList<>(pages);
    others.removeIf(old -> samePool(old, taken));
    others.add(taken);
    return new Lane(name, kind, cpus, memoryKib, others);
  }

  /// What it keeps: `CPUs 4-5, 2 GiB and 4,096 pages of 2 MiB`; `nothing` where it keeps nothing.
  public String words() {
    var words = new ArrayList<String>();
    if (!cpus.isEmpty()) {
      words.add(Words.cpus(cpus));
    }
    if (!memoryKib.isEmpty()) {
      words.add(Words.size(memoryKib.values().stream().mapToLong(Long::longValue).sum()));
    }
    var counts = new TreeMap<PageSize, Long>();
    pages.forEach(taken -> counts.merge(taken.size(), taken.count(), Long::sum));
    counts.forEach((size, count) -> words.add(Words.count(count, "page") + " of " + size));
    return switch (words.size()) {
      case 0 -> "nothing";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    };
  }

  /// The lanes of a host that keeps these CPUs for itself: one, or none.
  public static List<Lane> keptForHost(CpuSet cpus) {
    return cpus.isEmpty() ? List.of() : List.of(new Lane(HOST, cpus, Map.of()));
  }
}
