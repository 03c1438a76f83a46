package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.numascape.format.FormatException;
import org.numascape.topology.DistanceMatrix;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectMatrix;

/// The matrices of a topology (`distances2`, `distances2hetero`): the kernel's distances between
/// nodes, and all others.
///
/// @param nodes the one called `NUMALatency`; where none has that name, the first latency matrix of
///   nodes, those of the operating system first
/// @param others in the file's order
record HwlocDistances(Optional<HwlocMatrix> nodes, List<HwlocMatrix> others) {

  private static final int FROM_OS = 1;
  private static final int LATENCY = 4;
  private static final int HIGHEST = 1_000_000;

  /// @throws FormatException when a matrix is not square or holds no numbers
  static HwlocDistances of(HwlocObject document, HwlocIndexes indexes) throws FormatException {
    var matrices = new ArrayList<HwlocMatrix>();
    HwlocMatrix best = null;
    long highest = 0;
    for (var element : document.element().children()) {
      if (element.name().equals("distances2") || element.name().equals("distances2hetero")) {
        var matrix = HwlocMatrix.of(new HwlocObject(document.source(), element), indexes);
        matrices.add(matrix);
        long rank = rank(matrix);
        if (rank > highest) {
          best = matrix;
          highest = rank;
        }
      }
    }
    matrices.remove(best);
    return new HwlocDistances(Optional.ofNullable(best), matrices);
  }

  private static long rank(HwlocMatrix matrix) {
    boolean latency = (matrix.kind() & LATENCY) != 0 && matrix.type().equals("NUMANode");
    return !latency ? 0 : matrix.name().equals("NUMALatency") ? 3 : 1 + (matrix.kind() & FROM_OS);
  }

  /// The kernel's distances between nodes.
  DistanceMatrix betweenNodes(HwlocIndexes indexes) throws FormatException {
    if (nodes.isEmpty()) {
      return DistanceMatrix.UNKNOWN;
    }
    var matrix = nodes.get();
    var byKey = new HashMap<String, Integer>();
    indexes.nodes().forEach((index, node) -> byKey.put(node.key(), index));
    var rows = new HashMap<Integer, Map<Integer, Integer>>();
    int size = matrix.keys().size();
    for (int from = 0; from < size; from++) {
      Integer row = byKey.get(matrix.keys().get(from));
      for (int to = 0; to < size && row != null; to++) {
        Integer column = byKey.get(matrix.keys().get(to));
        if (column != null) {
          int distance = distance(matrix, matrix.values().get(from * size + to));
          rows.computeIfAbsent(row, _ -> new HashMap<>()).put(column, distance);
        }
      }
    }
    return new DistanceMatrix(rows);
  }

  private static int distance(HwlocMatrix matrix, long value) throws FormatException {
    if (value > HIGHEST) {
      throw matrix
          .element()
          .wrong("%,d is no distance between nodes; export the topology again.".formatted(value));
    }
    return (int) value;
  }

  /// All other matrices, of those objects that are there.
  List<ObjectMatrix> betweenObjects(Map<String, ObjectId> keys) {
    return others.stream().flatMap(matrix -> matrix.among(keys).stream()).toList();
  }
}
