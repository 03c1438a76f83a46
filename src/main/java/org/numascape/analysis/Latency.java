package org.numascape.analysis;

import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;

/// What one memory access from a node to a node takes, in ns, estimated from distances.
///
/// `100 ns · (1 + 0.5 · (distance − 10) / 10)`: over 15 published node pairs of four machines,
/// distances read as ratios exaggerate about two-fold (fitted 0.48); with 0.5 the mean error was 9
/// %, the worst 16 %, and other machines can be far off. A ranking with a scale, no promise.
public final class Latency {

  /// An access to local memory that misses the caches, in ns.
  public static final double LOCAL_NS = 100;

  /// How much of a distance's excess over 10 shows up as latency.
  public static final double BETA = 0.5;

  /// The distance taken between two nodes where the host tells none; the kernel's
  /// `REMOTE_DISTANCE`.
  public static final int ASSUMED_REMOTE = 20;

  private final HostTopology host;
  private final Map<Integer, Double> best;

  /// The latencies of a host.
  public Latency(HostTopology host) {
    this.host = host;
    this.best =
        host.nodes().keySet().stream().collect(Collectors.toMap(Function.identity(), this::best));
  }

  private double best(int from) {
    return host.nodes().values().stream()
        .filter(Latency::mainMemory)
        .map(node -> ns(from, node.osIndex()))
        .min(Comparator.naturalOrder())
        .orElse(LOCAL_NS);
  }

  private static boolean mainMemory(NumaNode node) {
    return node.memoryKib() > 0 && (node.subtype().isEmpty() || node.subtype().equals("DRAM"));
  }

  /// Where the distances come from.
  public Provenance provenance() {
    boolean told = !host.distances().isEmpty() || host.nodes().size() < 2;
    return told ? Provenance.FIRMWARE : Provenance.ASSUMED;
  }

  /// The distance from CPUs of one node to memory of another, where the host tells it.
  public OptionalInt distance(int from, int to) {
    return host.distances().between(from, to);
  }

  /// One access from CPUs of one node to memory of another, in ns.
  public double ns(int from, int to) {
    int distance = distance(from, to).orElse(ASSUMED_REMOTE);
    return LOCAL_NS * (1 + BETA * (distance - 10) / 10);
  }

  /// One access to the best main memory those CPUs can reach, in ns.
  public double bestNs(int from) {
    return best.getOrDefault(from, LOCAL_NS);
  }

  /// How many times longer than to the best memory it takes.
  public double factor(int from, int to) {
    return ns(from, to) / bestNs(from);
  }
}
