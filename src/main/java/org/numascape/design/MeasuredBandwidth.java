package org.numascape.design;

import java.util.Map;
import java.util.OptionalDouble;

/// How much CPUs of one node can read from memory of another, as somebody measured it on the host
/// with all CPUs of the node at work, and where that comes from.
///
/// @param rows MB/s (1,000,000 bytes each) by the node whose CPUs access (OS index), then by the
///   node whose memory answers; pairs that were not measured are missing
/// @param tool what measured: `Intel Memory Latency Checker v3.11`, or the kind of table
/// @param origin the file, or `pasted text`
/// @param day when it was taken over, as `2026-11-21`; empty where nobody noted it
public record MeasuredBandwidth(
    Map<Integer, Map<Integer, Double>> rows, String tool, String origin, String day) {

  /// No memory delivers more than 100 TB/s.
  public static final double HIGHEST_MBS = 100_000_000;

  /// Copies the rows, in ascending order of node; refuses what is no bandwidth.
  public MeasuredBandwidth {
    rows = NodePairs.copied(rows, HIGHEST_MBS, "it cannot be %s MB/s");
  }

  /// What was measured from CPUs of one node to memory of another, in MB/s.
  public OptionalDouble mbs(int from, int to) {
    return NodePairs.value(rows, from, to);
  }

  /// The same, taken over on that day.
  public MeasuredBandwidth on(String when) {
    return new MeasuredBandwidth(rows, tool, origin, when);
  }

  /// `Intel Memory Latency Checker v3.11, mlc.txt, 2026-11-21`
  public String provenance() {
    return NodePairs.provenance(tool, origin, day);
  }
}
