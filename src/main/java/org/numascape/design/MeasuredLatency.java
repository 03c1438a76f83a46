package org.numascape.design;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Latencies that somebody measured on the host, and where they come from. They take the place of
/// what distances would suggest.
///
/// @param rows ns by the node whose CPUs access (OS index), then by the node whose memory answers;
///   pairs that were not measured are missing
/// @param tool what measured: `Intel Memory Latency Checker v3.11`, or the kind of table
/// @param origin the file, or `pasted text`
/// @param day when it was taken over, as `2026-11-21`; empty where nobody noted it
public record MeasuredLatency(
    Map<Integer, Map<Integer, Double>> rows, String tool, String origin, String day) {

  /// No access to memory takes longer than a millisecond.
  public static final double HIGHEST_NS = 1_000_000;

  /// Copies the rows, in ascending order of node; refuses what is no latency.
  public MeasuredLatency {
    var copy = new TreeMap<Integer, Map<Integer, Double>>();
    rows.forEach((from, row) -> {
      if (!row.isEmpty()) {
        row.forEach((to, ns) -> refuse(from, to, ns));
        copy.put(from, Collections.unmodifiableMap(new TreeMap<>(row)));
      }
    });
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("a measurement without values");
    }
    rows = Collections.unmodifiableMap(copy);
  }

  private static void refuse(int from, int to, double ns) {
    if (from < 0 || to < 0 || !(ns > 0) || ns > HIGHEST_NS) {
      throw new IllegalArgumentException(
          "from node " + from + " to node " + to + " it cannot take " + ns + " ns");
    }
  }

  /// What was measured from CPUs of one node to memory of another, in ns.
  public OptionalDouble ns(int from, int to) {
    Double ns = rows.getOrDefault(from, Map.of()).get(to);
    return ns == null ? OptionalDouble.empty() : OptionalDouble.of(ns);
  }

  /// How many pairs were measured.
  public int pairs() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /// The same, taken over on that day.
  public MeasuredLatency on(String when) {
    return new MeasuredLatency(rows, tool, origin, when);
  }

  /// `Intel Memory Latency Checker v3.11, mlc.txt, 2026-11-21`
  public String provenance() {
    return tool + ", " + origin + (day.isEmpty() ? "" : ", " + day);
  }
}
