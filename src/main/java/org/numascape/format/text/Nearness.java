package org.numascape.format.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.topology.CpuSet;
import org.numascape.topology.DistanceMatrix;

/// Where a node without CPUs is drawn: beside the one node with CPUs that is nearest to it, if
/// there is one.
final class Nearness {

  private static final int UNREACHABLE = 255;

  private Nearness() {}

  /// The node, as OS index.
  ///
  /// @param locals the CPUs of each node
  static Optional<Integer> nearest(
      int node, Map<Integer, CpuSet> locals, DistanceMatrix distances) {
    int least = UNREACHABLE;
    List<Integer> nearest = List.of();
    for (var other : locals.entrySet()) {
      int to = other.getKey();
      int distance = to == node ? UNREACHABLE : distances.between(node, to).orElse(UNREACHABLE);
      if (other.getValue().isEmpty() || distance > least || distance == UNREACHABLE) {
        continue;
      }
      nearest =
          distance < least
              ? List.of(to)
              : java.util.stream.Stream.concat(nearest.stream(), java.util.stream.Stream.of(to))
                  .toList();
      least = distance;
    }
    return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
  }
}
