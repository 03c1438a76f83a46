package org.numascape.format.hwloc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.format.FormatException;
import org.numascape.format.XmlElement;
import org.numascape.topology.DistanceMatrix;

/// Finds the kernel's distances between nodes among the matrices of a topology (`distances2`).
final class HwlocDistances {

  private static final int FROM_OS = 1;
  private static final int LATENCY = 4;
  private static final int HIGHEST = 1_000_000;

  private final HwlocIndexes indexes;

  HwlocDistances(HwlocIndexes indexes) {
    this.indexes = indexes;
  }

  /// The matrix called `NUMALatency`; where none has that name, the first latency matrix of nodes,
  /// those of the operating system first. Matrices of bandwidths, hops or other objects are not
  /// read.
  DistanceMatrix read(HwlocObject document) throws FormatException {
    HwlocObject best = null;
    long rank = 0;
    for (XmlElement element : document.element().children("distances2").toList()) {
      var matrix = new HwlocObject(document.source(), element);
      long kind = matrix.number("kind", 0);
      boolean latency = (kind & LATENCY) != 0 && matrix.text("type").equals("NUMANode");
      long value =
          !latency ? 0 : matrix.text("name").equals("NUMALatency") ? 3 : 1 + (kind & FROM_OS);
      if (value > rank) {
        best = matrix;
        rank = value;
      }
    }
    return best == null ? DistanceMatrix.UNKNOWN : matrix(best);
  }

  private DistanceMatrix matrix(HwlocObject matrix) throws FormatException {
    List<Long> names = numbers(matrix, "indexes");
    List<Long> values = numbers(matrix, "u64values");
    if (values.size() != (long) names.size() * names.size()) {
      throw matrix.wrong(
          "%,d nodes need %,d distances, here are %,d; export the topology again."
              .formatted(names.size(), (long) names.size() * names.size(), values.size()));
    }
    Map<Long, Integer> nodes = nodes(matrix);
    var rows = new HashMap<Integer, Map<Integer, Integer>>();
    for (int from = 0; from < names.size(); from++) {
      for (int to = 0; to < names.size(); to++) {
        Integer row = nodes.get(names.get(from));
        Integer column = nodes.get(names.get(to));
        if (row != null && column != null) {
          int distance = distance(matrix, values.get(from * names.size() + to));
          rows.computeIfAbsent(row, _ -> new HashMap<>()).put(column, distance);
        }
      }
    }
    return new DistanceMatrix(rows);
  }

  /// The OS index of each node by the name the matrix uses: that index itself, or hwloc's own
  /// (`gp_index`).
  private Map<Long, Integer> nodes(HwlocObject matrix) throws FormatException {
    var nodes = new HashMap<Long, Integer>();
    for (var node : indexes.nodes().entrySet()) {
      long name =
          matrix.text("indexing").equals("gp")
              ? node.getValue().number("gp_index", -1)
              : node.getKey();
      nodes.put(name, node.getKey());
    }
    return nodes;
  }

  private static int distance(HwlocObject matrix, long value) throws FormatException {
    if (value < 0 || value > HIGHEST) {
      throw matrix.wrong(
          "%,d is no distance between nodes; export the topology again.".formatted(value));
    }
    return (int) value;
  }

  private static List<Long> numbers(HwlocObject matrix, String name) throws FormatException {
    var numbers = new ArrayList<Long>();
    for (XmlElement chunk : matrix.element().children(name).toList()) {
      for (String number : chunk.text().split("\\s+", -1)) {
        if (!number.matches("[0-9]{0,18}")) {
          throw matrix.wrong(
              "\"%s\" is no number in a matrix of distances; export the topology again."
                  .formatted(number));
        }
        if (!number.isEmpty()) {
          numbers.add(Long.parseLong(number));
        }
      }
    }
    return numbers;
  }
}
