package org.numascape.comparison;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// Which node a CPU is local to. Where every node has kept its CPUs under another number, the nodes
/// are renumbered; else CPUs have moved.
final class NodeCpus implements Aspect {

  /// From one node to another, by OS index; -1 is no node.
  private record Move(int from, int to) {}

  @Override
  public Stream<Difference> compare(HostTopology before, HostTopology after) {
    Map<Move, BitSet> moves =
        new TreeMap<>(java.util.Comparator.comparingInt(Move::from).thenComparingInt(Move::to));
    Words.common(before, after).stream()
        .forEach(cpu -> {
          var move = new Move(before.nodeOf(cpu).orElse(-1), after.nodeOf(cpu).orElse(-1));
          if (move.from() != move.to()) {
            moves.computeIfAbsent(move, key -> new BitSet()).set(cpu);
          }
        });
    return Stream.concat(
        moves.entrySet().stream()
            .map(entry -> moved(before, after, entry.getKey(), new CpuSet(entry.getValue()))),
        comeAndGone(before, after));
  }

  private static Difference moved(HostTopology before, HostTopology after, Move move, CpuSet cpus) {
    boolean renumbered =
        move.from() >= 0
            && move.to() >= 0
            && before.cpusOf(move.from()).equals(cpus)
            && after.cpusOf(move.to()).equals(cpus);
    return new Difference(
        Topic.NODES,
        Weight.DECISIVE,
        renumbered ? "number of the node of " + Words.cpus(cpus) : "node of " + Words.cpus(cpus),
        node(move.from()),
        node(move.to()),
        Words.pus(before, cpus),
        Words.pus(after, cpus));
  }

  private static String node(int node) {
    return node < 0 ? "no node" : "node " + node;
  }

  private static Stream<Difference> comeAndGone(HostTopology before, HostTopology after) {
    var gone = before.nodeSet().minus(after.nodeSet());
    var come = after.nodeSet().minus(before.nodeSet());
    return Stream.of(
            one(gone, told(before, gone), Difference.NONE, before, after),
            one(come, Difference.NONE, told(after, come), before, after))
        .flatMap(List::stream);
  }

  private static List<Difference> one(
      NodeSet nodes, String then, String now, HostTopology before, HostTopology after) {
    return nodes.isEmpty()
        ? List.of()
        : List.of(
            new Difference(
                Topic.NODES,
                Weight.DECISIVE,
                Words.nodes(nodes),
                then,
                now,
                Words.nodes(before, nodes),
                Words.nodes(after, nodes)));
  }

  /// `with CPUs 8-15`, `without CPUs`
  private static String told(HostTopology host, NodeSet nodes) {
    var cpus = nodes.stream().mapToObj(host::cpusOf).reduce(CpuSet.EMPTY, CpuSet::or);
    return cpus.isEmpty() ? "without CPUs" : "with " + Words.cpus(cpus);
  }
}
