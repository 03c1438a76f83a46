package org.numascape.topology;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// ACPI SLIT distances between NUMA nodes: 10 is local, 255 unreachable; a ranking, not a latency.
///
/// Keys are OS indexes of nodes; `rows.get(a).get(b)` is the distance from `a` to `b`. Need not be
/// symmetric. Source: kernel `Documentation/ABI/stable/sysfs-devices-node`.
public record DistanceMatrix(Map<Integer, Map<Integer, Integer>> rows) {

  /// The distance of a node to itself.
  public static final int LOCAL = 10;

  /// A host that tells no distances.
  public static final DistanceMatrix UNKNOWN = new DistanceMatrix(Map.of());

  /// Copies the rows, in ascending order of node.
  public DistanceMatrix {
    var copy = new TreeMap<Integer, Map<Integer, Integer>>();
    rows.forEach(
        (from, row) -> copy.put(from, java.util.Collections.unmodifiableMap(new TreeMap<>(row))));
    rows = java.util.Collections.unmodifiableMap(copy);
  }

  /// The distance from one node to another, where the host tells it; a node is always 10 from
  /// itself.
  public OptionalInt between(int from, int to) {
    return Optional.ofNullable(rows.get(from))
        .flatMap(row -> Optional.ofNullable(row.get(to)))
        .map(OptionalInt::of)
        .orElse(from == to ? OptionalInt.of(LOCAL) : OptionalInt.empty());
  }

  /// Whether the host tells no distances.
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
