package org.numascape.format.latency;

import java.util.List;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// Reads tables of latencies between NUMA nodes, in ns, and of bandwidths; rows are the nodes whose
/// CPUs access, columns the nodes whose memory answers.
///
/// Understands what Intel's Memory Latency Checker prints (`mlc`, `mlc --latency_matrix`, `mlc
/// --bandwidth_matrix`), alone or within other output, and tables with comma, semicolon, tab or
/// blanks: square with or without heads, or three columns `from, to, ns`. A table whose first line
/// names `MB/s` or `GB/s` holds bandwidths.
public final class LatencyReader {

  /// The longest text that is read: 1 Mi characters. A table of 64 nodes has some 30,000.
  public static final int MAX_LENGTH = 1 << 20;

  /// No host has more nodes (the kernel's `MAX_NUMNODES` is 1,024).
  static final int MOST_NODES = 1_024;

  private static final Pattern LINES = Pattern.compile("\\R");

  private LatencyReader() {}

  /// Reads what a text holds.
  ///
  /// @param source the name a person knows the text by
  /// @throws FormatException with the line to blame
  public static Measurements read(String source, String text) throws FormatException {
    if (text.length() > MAX_LENGTH) {
      throw new FormatException(source, 0, "the text is longer than 1 MiB; give the table alone.");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var lines = List.of(LINES.split(plain, -1));
    var latencies = IntelTable.latencies(source, lines);
    var bandwidths = IntelTable.bandwidths(source, lines);
    return latencies.isPresent() || bandwidths.isPresent()
        ? new Measurements(latencies, bandwidths)
        : PlainTable.read(source, lines);
  }

  /// The number of a node: `0`, `node 0`, `Node0`, `NUMANode:0`.
  ///
  /// @throws FormatException when it is none
  static int node(String source, int line, String word) throws FormatException {
    String digits = word.strip().replaceFirst("(?i)^(numa)?[ _-]?(node|socket|n)?[ :#_=L-]*", "");
    if (digits.matches("\\d{1,4}") && Integer.parseInt(digits) < MOST_NODES) {
      return Integer.parseInt(digits);
    }
    throw new FormatException(
        source, line, "\"" + shortened(word.strip()) + "\" is not the number of a NUMA node.");
  }

  static String shortened(String word) {
    return word.length() <= 40 ? word : word.substring(0, 39) + "…";
  }
}
