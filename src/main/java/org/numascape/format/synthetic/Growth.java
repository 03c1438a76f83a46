package org.numascape.format.synthetic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.numascape.format.Draft;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;
import org.numascape.topology.MemoryCache;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PuState;

/// Grows the tree that levels describe, as hwloc would have it.
///
/// A node hangs on the outermost object below the machine that has its CPUs, in a group of its own
/// where only a PU has them. Siblings stand in the order of their lowest PU.
final class Growth {

  private static final long USUAL_NODE = 1L << 30;

  private static final Comparator<Draft> LOWEST_PU_FIRST =
      Comparator.comparingInt(part -> part.cpus().first().orElse(0));

  private final List<Level> levels;
  private final List<Run> runs;
  private final int[][] indexes;
  private final int[] given;
  private final int[] attached;
  private int attachedGiven;

  Growth(Trouble trouble, List<Level> levels) throws FormatException {
    this.levels = levels;
    this.runs = Run.of(levels);
    this.given = new int[levels.size()];
    this.indexes = new int[levels.size()][];
    var interleaving = new Interleaving(trouble, levels);
    for (int at = 0; at < levels.size(); at++) {
      indexes[at] = interleaving.indexes(levels.get(at).attributes(), levels.get(at).total());
    }
    this.attached = interleaving.indexes(attached(), attachedCount());
  }

  /// All attached nodes share one `indexes=`; the last one told counts.
  private Attributes attached() {
    return levels.stream()
        .flatMap(level -> level.attached().stream())
        .filter(node -> node.indexes().isPresent())
        .reduce((one, other) -> other)
        .orElse(Attributes.NONE);
  }

  private int attachedCount() {
    return levels.stream().mapToInt(level -> level.total() * level.attached().size()).sum();
  }

  /// The machine and all in it.
  Draft machine() {
    return grown(0);
  }

  /// A node and its OS index, for the order.
  private record Node(int index, Draft draft) {}

  /// One set of CPUs: the objects that have it, one around the other, and what is inside.
  private Draft grown(int at) {
    var run = runs.get(at);
    var own = new int[levels.size()];
    for (int level = run.first(); level <= run.last(); level++) {
      own[level] = indexes[level][given[level]++];
    }
    var parts = new ArrayList<Draft>();
    if (at == runs.size() - 1) {
      parts.add(Draft.pu(own[run.last()], PuState.ONLINE));
    } else {
      int inside = levels.get(run.last() + 1).each();
      for (int part = 0; part < inside; part++) {
        parts.add(grown(at + 1));
      }
      parts.sort(LOWEST_PU_FIRST);
    }
    var cpus = union(parts);
    return wrapped(run, own, parts, nodes(run, own, cpus), cpus);
  }

  private static CpuSet union(List<Draft> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().cpus();
    }
    var bits = new BitSet();
    parts.forEach(part -> bits.or(part.cpus().bits()));
    return new CpuSet(bits);
  }

  /// The nodes of a run by index; hwloc numbers what hangs deeper first.
  private List<Draft> nodes(Run run, int[] own, CpuSet cpus) {
    var nodes = new ArrayList<Node>();
    for (int at = run.last(); at >= run.first(); at--) {
      var level = levels.get(at);
      if (level.kind().kind() == ObjectKind.NUMA_NODE) {
        nodes.add(node(own[at], level.attributes(), cpus));
      }
      for (var hanging : level.attached()) {
        nodes.add(node(attached[attachedGiven++], hanging, cpus));
      }
    }
    if (nodes.isEmpty()) {
      return List.of();
    }
    return nodes.stream().sorted(Comparator.comparingInt(Node::index)).map(Node::draft).toList();
  }

  private static Node node(int index, Attributes attributes, CpuSet cpus) {
    long bytes = attributes.bytes() > 0 ? attributes.bytes() : USUAL_NODE;
    var node =
        Draft.of(
            ObjectKind.NUMA_NODE,
            cpus,
            (logical, contents) ->
                new NumaNode(
                    logical, index, "", bytes >> 10, OptionalLong.empty(), List.of(), cpus));
    if (attributes.sideCacheBytes() == 0) {
      return new Node(index, node);
    }
    long kib = attributes.sideCacheBytes() >> 10;
    var cache =
        Draft.of(
            ObjectKind.MEMORY_CACHE,
            cpus,
            (logical, contents) -> new MemoryCache(logical, kib, cpus, contents));
    return new Node(index, cache.with(List.of(node), List.of(), List.of()));
  }

  private Draft wrapped(Run run, int[] own, List<Draft> parts, List<Draft> nodes, CpuSet cpus) {
    var kept = run.kept();
    var inside = parts;
    for (int at = kept.size() - 1; at >= 0; at--) {
      int level = kept.get(at);
      var memory = at == 0 ? nodes : List.<Draft>of();
      var draft = object(levels.get(level), own[level], cpus).with(memory, inside, List.of());
      inside = new ArrayList<>(List.of(draft));
    }
    if (run.first() > 0) {
      return inside.getFirst();
    }
    return Draft.machine("", cpus).with(kept.isEmpty() ? nodes : List.of(), inside, List.of());
  }

  private static Draft object(Level level, int index, CpuSet cpus) {
    var kind = level.kind();
    if (kind.isCache()) {
      long told = level.attributes().bytes();
      long bytes = told > 0 ? told : kind.usualBytes();
      return Draft.cache(kind.cacheLevel(), kind.cacheType(), bytes >> 10, cpus);
    }
    return switch (kind.kind()) {
      case PACKAGE -> Draft.cpuPackage(index, "", cpus);
      case DIE -> Draft.die(index, cpus);
      case CORE -> Draft.core(index, cpus);
      default -> Draft.group("", cpus);
    };
  }
}
