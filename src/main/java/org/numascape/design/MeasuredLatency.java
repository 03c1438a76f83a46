package org.numascape.design;

import java.util.Map;
import java.util.OptionalDouble;

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
    rows = NodePairs.copied(rows, HIGHEST_NS, "it cannot take %s ns");
  }

  /// What was measured from CPUs of one node to memory of another, in ns.
  public OptionalDouble ns(int from, int to) {
    return NodePairs.value(rows, from, to);
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
    return NodePairs.provenance(tool, origin, day);
  }
}
