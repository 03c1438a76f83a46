package org.numascape.analysis;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;

/// On which nodes (OS indexes) something is: its expected shares, and whether it may as well all be
/// on one of several.
///
/// @param shares expected share by node; they add up to 1, or to nothing where no node is known
/// @param choices nodes it may all be on; empty when the shares are certain
record Whereabouts(Map<Integer, Double> shares, NodeSet choices) {

  Whereabouts {
    shares = Collections.unmodifiableMap(new TreeMap<>(shares));
  }

  /// Spread evenly, for certain.
  static Whereabouts evenly(NodeSet nodes) {
    var shares = new TreeMap<Integer, Double>();
    nodes.stream().forEach(node -> shares.put(node, 1.0 / nodes.size()));
    return new Whereabouts(shares, NodeSet.EMPTY);
  }

  /// On one of these nodes, or spread over them; nobody knows.
  static Whereabouts somewhere(NodeSet nodes) {
    return nodes.size() < 2 ? evenly(nodes) : new Whereabouts(evenly(nodes).shares(), nodes);
  }

  /// Where a thread is that may use these CPUs: by how many of them each node has.
  static Whereabouts of(HostTopology host, Seat seat) {
    var counts = new TreeMap<Integer, Double>();
    seat.cpus().stream()
        .flatMap(cpu -> host.nodeOf(cpu).stream())
        .forEach(node -> counts.merge(node, 1.0, Double::sum));
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.replaceAll((node, count) -> count / all);
    var nodes = NodeSet.of(counts.keySet());
    return new Whereabouts(counts, nodes.size() < 2 ? NodeSet.EMPTY : nodes);
  }

  /// The average of several.
  static Whereabouts average(Collection<Whereabouts> all, NodeSet choices) {
    var sum = new TreeMap<Integer, Double>();
    for (var one : all) {
      one.shares.forEach((node, share) -> sum.merge(node, share / all.size(), Double::sum));
    }
    return new Whereabouts(sum, choices);
  }

  /// Whether it is certain.
  boolean certain() {
    return choices.isEmpty();
  }

  /// Every node it may be on.
  NodeSet nodes() {
    return NodeSet.of(shares.keySet()).or(choices);
  }

  /// What can be true: the shares if they are certain, else each choice alone.
  Collection<Map<Integer, Double>> cases() {
    return certain()
        ? java.util.List.of(shares)
        : choices.stream().mapToObj(node -> Map.of(node, 1.0)).toList();
  }
}
