package org.numascape.design;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Values between nodes that somebody measured: by the node whose CPUs access (OS index), then by
/// the node whose memory answers.
interface NodePairs {

  /// A copy in ascending order of node, without empty rows.
  ///
  /// @param highest what no value is above
  /// @param wrong what cannot be, with a `%s` for the value
  /// @throws IllegalArgumentException with the pair to blame, or when there is no value
  static Map<Integer, Map<Integer, Double>> copied(
      Map<Integer, Map<Integer, Double>> rows, double highest, String wrong) {
    var copy = new TreeMap<Integer, Map<Integer, Double>>();
    rows.forEach((from, row) -> {
      if (!row.isEmpty()) {
        row.forEach((to, value) -> {
          if (from < 0 || to < 0 || !(value > 0) || value > highest) {
            throw new IllegalArgumentException(
                "from node " + from + " to node " + to + " " + wrong.formatted(value));
          }
        });
        copy.put(from, Collections.unmodifiableMap(new TreeMap<>(row)));
      }
    });
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("a measurement without values");
    }
    return Collections.unmodifiableMap(copy);
  }

  /// The value of a pair, if it was measured.
  static OptionalDouble value(Map<Integer, Map<Integer, Double>> rows, int from, int to) {
    Double value = rows.getOrDefault(from, Map.of()).get(to);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// `Intel Memory Latency Checker v3.11, mlc.txt, 2026-11-21`
  static String provenance(String tool, String origin, String day) {
    return tool + ", " + origin + (day.isEmpty() ? "" : ", " + day);
  }
}
