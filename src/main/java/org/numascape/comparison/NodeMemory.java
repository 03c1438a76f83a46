package org.numascape.comparison;

import java.util.List;
import java.util.stream.Stream;
import org.numascape.topology.HostTopology;
import org.numascape.topology.MemorySize;
import org.numascape.topology.NumaNode;

/// How much memory the host and each node have. The kernel keeps a little for itself, and not the
/// same at every start: a change below one part in a hundred is none.
final class NodeMemory implements Aspect {

  private static final double NOISE = 0.01;

  /// From 1 TiB on, one part in a hundred is more than a GiB.
  private static final long FINE_IN_GIB = 1L << 30;

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    var differences = Stream.<Difference>builder();
    long then = total(before);
    long now = total(after);
    if (differ(then, now)) {
      differences.add(
          new Difference(
              Topic.MEMORY,
              now < then ? Weight.DECISIVE : Weight.NOTABLE,
              "memory of the host",
              words(then, now),
              words(now, then),
              List.of(),
              List.of()));
    }
    for (var node : before.nodes().values()) {
      after.node(node.osIndex()).ifPresent(other -> compare(node, other, differences));
    }
    return differences.build();
  }

  private static void compare(NumaNode then, NumaNode now, Stream.Builder<Difference> differences) {
    if (differ(then.memoryKib(), now.memoryKib())) {
      boolean less = now.memoryKib() < then.memoryKib();
      differences.add(
          of(
              less ? Weight.DECISIVE : Weight.NOTABLE,
              "memory of node " + then.osIndex(),
              words(then.memoryKib(), now.memoryKib()),
              words(now.memoryKib(), then.memoryKib()),
              then,
              now));
    }
    if (!then.subtype().equals(now.subtype())) {
      differences.add(
          of(
              Weight.NOTABLE,
              "kind of memory of node " + then.osIndex(),
              kind(then),
              kind(now),
              then,
              now));
    }
  }

  private static Difference of(
      Weight weight, String what, String before, String after, NumaNode then, NumaNode now) {
    return new Difference(
        Topic.MEMORY, weight, what, before, after, List.of(then.id()), List.of(now.id()));
  }

  private static long total(HostTopology host) {
    return host.nodes().values().stream().mapToLong(NumaNode::memoryKib).sum();
  }

  private static boolean differ(long then, long now) {
    return Math.abs(then - now) > NOISE * Math.max(then, now);
  }

  /// An amount in a unit small enough to be told from the other one.
  private static String words(long kib, long other) {
    if (kib == 0) {
      return Difference.NONE;
    }
    String words = MemorySize.ofKib(kib).toString();
    if (!words.equals(MemorySize.ofKib(other).toString())) {
      return words;
    }
    return kib >= FINE_IN_GIB ? Words.count(kib >> 20) + " GiB" : Words.count(kib >> 10) + " MiB";
  }

  private static String kind(NumaNode node) {
    return node.subtype().isEmpty() ? "not told" : node.subtype();
  }
}
