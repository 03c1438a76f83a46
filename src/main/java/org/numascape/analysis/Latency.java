package org.numascape.analysis;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.numascape.design.Design;
import org.numascape.design.MeasuredLatency;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;

/// What one memory access from a node to a node takes, in ns, by falling trust: as measured, as the
/// firmware tells (HMAT), or estimated from distances.
///
/// `L0 · (1 + 0.5 · (distance − 10) / 10)`, where L0 is the local latency of the node whose CPUs
/// access, 100 ns where nobody tells it: over 15 published node pairs of four machines, distances
/// read as ratios exaggerate about two-fold (fitted 0.48); with 0.5 the mean error was 9 %, the
/// worst 16 %, and other machines can be far off. A ranking with a scale, no promise.
public final class Latency {

  /// An access to local memory that misses the caches, in ns, where nobody tells it.
  public static final double LOCAL_NS = 100;

  /// How much of a distance's excess over 10 shows up as latency.
  public static final double BETA = 0.5;

  /// The distance taken between two nodes where the host tells none; the kernel's
  /// `REMOTE_DISTANCE`.
  public static final int ASSUMED_REMOTE = 20;

  private final HostTopology host;
  private final Optional<MeasuredLatency> measured;
  private final Map<Integer, Map<Integer, Double>> told;
  private final Map<Integer, Double> local;
  private final Map<Integer, Double> best;

  /// The latencies of a host that nothing was measured on.
  public Latency(HostTopology host) {
    this(host, Optional.empty());
  }

  /// The latencies of a host, as far as they were measured.
  public Latency(HostTopology host, Optional<MeasuredLatency> measured) {
    this.host = host;
    this.measured = measured;
    this.told = ToldPairs.of(host, "Latency", "ReadLatency", "WriteLatency");
    var nodes = host.nodes().keySet();
    this.local = nodes.stream().collect(Collectors.toMap(Function.identity(), this::local));
    this.best = nodes.stream().collect(Collectors.toMap(Function.identity(), this::best));
  }

  /// The latencies of a design.
  public static Latency of(Design design) {
    return new Latency(design.host(), design.costs().measured());
  }

  private double local(int node) {
    return known(node, node).orElse(LOCAL_NS);
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

  /// The least trustworthy source of any pair of nodes, CPUs on the one and memory on the other.
  public Provenance provenance() {
    var worst = Provenance.MEASURED;
    for (var from : host.nodes().values()) {
      for (var to : host.nodes().values()) {
        boolean meets = !host.cpusOf(from.osIndex()).isEmpty() && to.memoryKib() > 0;
        if (meets && from.osIndex() != to.osIndex()) {
          worst = worst.or(provenance(from.osIndex(), to.osIndex()));
        }
      }
    }
    return measured.isEmpty() && worst == Provenance.MEASURED ? Provenance.FIRMWARE : worst;
  }

  /// Where the latency from CPUs of one node to memory of another comes from.
  public Provenance provenance(int from, int to) {
    if (measuredNs(from, to).isPresent()) {
      return Provenance.MEASURED;
    }
    if (toldNs(from, to).isPresent()) {
      return Provenance.HMAT;
    }
    return distance(from, to).isPresent() ? Provenance.FIRMWARE : Provenance.ASSUMED;
  }

  /// The distance from CPUs of one node to memory of another, where the host tells it.
  public OptionalInt distance(int from, int to) {
    return host.distances().between(from, to);
  }

  /// One access from CPUs of one node to memory of another, in ns.
  public double ns(int from, int to) {
    var known = known(from, to);
    if (known.isPresent()) {
      return known.getAsDouble();
    }
    int distance = distance(from, to).orElse(ASSUMED_REMOTE);
    return localNs(from) * (1 + BETA * (distance - 10) / 10);
  }

  private OptionalDouble known(int from, int to) {
    var own = measuredNs(from, to);
    return own.isPresent() ? own : toldNs(from, to);
  }

  private OptionalDouble measuredNs(int from, int to) {
    return measured.map(one -> one.ns(from, to)).orElse(OptionalDouble.empty());
  }

  /// What the firmware tells. Measured and told values have different scales, so where anything of
  /// a row was measured, the rest of it is estimated from that.
  private OptionalDouble toldNs(int from, int to) {
    if (measured.filter(one -> one.rows().containsKey(from)).isPresent()) {
      return OptionalDouble.empty();
    }
    Double ns = told.getOrDefault(from, Map.of()).get(to);
    return ns == null ? OptionalDouble.empty() : OptionalDouble.of(ns);
  }

  /// An access from CPUs of a node to its own memory, in ns; what estimates of its row start from.
  public double localNs(int node) {
    return local.getOrDefault(node, LOCAL_NS);
  }

  /// One access to the best main memory those CPUs can reach, in ns.
  public double bestNs(int from) {
    return best.getOrDefault(from, LOCAL_NS);
  }

  /// How many times longer than to the best memory it takes.
  public double factor(int from, int to) {
    return ns(from, to) / bestNs(from);
  }

  /// What was measured, if anything was.
  public Optional<MeasuredLatency> measured() {
    return measured;
  }
}
