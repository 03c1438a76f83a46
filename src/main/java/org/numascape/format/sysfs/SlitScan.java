package org.numascape.format.sysfs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.numascape.topology.DistanceMatrix;

/// Reads the distances between nodes. A row has a value for each node that is online, in ascending
/// order: the nodes themselves are not named.
///
/// Source: kernel `drivers/base/node.c`, `node_read_distance`.
final class SlitScan {

  private static final int HIGHEST = 1_000_000;

  private SlitScan() {}

  /// The distances between the nodes that are kept.
  ///
  /// @param described nodes that have a folder, ascending
  static DistanceMatrix read(Sysfs sysfs, List<Integer> described, Collection<Integer> kept) {
    var rows = new HashMap<Integer, Map<Integer, Integer>>();
    for (int node : kept) {
      var values = values(sysfs, node);
      var columns = columns(sysfs, described, values.size());
      if (!values.isEmpty() && columns.isEmpty()) {
        sysfs.tell(
            "Node %d tells %d distances, but the host has %d nodes; they were left out."
                .formatted(node, values.size(), described.size()));
        return DistanceMatrix.UNKNOWN;
      }
      var row = new HashMap<Integer, Integer>();
      for (int i = 0; i < columns.size(); i++) {
        if (kept.contains(columns.get(i))) {
          row.put(columns.get(i), values.get(i));
        }
      }
      if (!row.isEmpty()) {
        rows.put(node, row);
      }
    }
    return new DistanceMatrix(rows);
  }

  /// What the columns of a row of that many values stand for. Where a dump lacks the folder of a
  /// node, the lists of nodes tell of it.
  private static List<Integer> columns(Sysfs sysfs, List<Integer> described, int values) {
    if (described.size() == values) {
      return described;
    }
    for (String list : List.of("online", "has_memory", "possible")) {
      var nodes = sysfs.list(NodeScan.FOLDER + "/" + list);
      if (nodes.isPresent() && nodes.get().size() == values) {
        return nodes.get().stream().boxed().toList();
      }
    }
    return List.of();
  }

  private static List<Integer> values(Sysfs sysfs, int node) {
    var values = new ArrayList<Integer>();
    String path = NodeScan.FOLDER + "/node" + node + "/distance";
    for (String value : sysfs.text(path).orElse("").split("\\s+", -1)) {
      boolean plain = value.matches("[0-9]{1,7}") && Integer.parseInt(value) <= HIGHEST;
      if (!plain) {
        return List.of();
      }
      values.add(Integer.parseInt(value));
    }
    return values;
  }
}
