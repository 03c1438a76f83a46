package org.numascape.format.latency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// Reads a table of latencies between NUMA nodes, in ns; rows are the nodes whose CPUs access,
/// columns the nodes whose memory answers.
///
/// Understands what Intel's Memory Latency Checker prints (`mlc`, `mlc --latency_matrix`), alone or
/// within other output, and tables with comma, semicolon, tab or blanks: square with or without
/// heads, or three columns `from, to, ns`.
public final class LatencyReader {

  /// The longest text that is read: 1 Mi characters. A table of 64 nodes has some 30,000.
  public static final int MAX_LENGTH = 1 << 20;

  /// No host has more nodes (the kernel's `MAX_NUMNODES` is 1,024).
  static final int MOST_NODES = 1_024;

  private static final Pattern LINES = Pattern.compile("\\R");

  private LatencyReader() {}

  /// Reads a table.
  ///
  /// @param source the name a person knows the text by
  /// @throws FormatException with the line to blame
  public static MeasuredLatency read(String source, String text) throws FormatException {
    if (text.length() > MAX_LENGTH) {
      throw new FormatException(source, 0, "the text is longer than 1 MiB; give the table alone.");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var lines = List.of(LINES.split(plain, -1));
    var intel = IntelTable.read(source, lines);
    return intel.isPresent() ? intel.get() : PlainTable.read(source, lines);
  }

  /// A time in ns; empty for what says that nothing was measured.
  ///
  /// @throws FormatException when it is neither
  static Optional<Double> ns(String source, int line, String word) throws FormatException {
    String trimmed = word.strip();
    if (trimmed.isEmpty() || trimmed.matches("[-–—]|(?i:n/?a|nan|x)")) {
      return Optional.empty();
    }
    String digits = trimmed.replaceFirst("(?i)\\s*ns$", "");
    if (!digits.matches("\\d{1,9}([.,]\\d{1,9})?")) {
      throw new FormatException(source, line, "\"" + shortened(trimmed) + "\" is no time in ns.");
    }
    double ns = Double.parseDouble(digits.replace(',', '.'));
    if (!(ns > 0) || ns > MeasuredLatency.HIGHEST_NS) {
      throw new FormatException(
          source, line, "no access to memory takes " + trimmed + " ns; the table has to be in ns.");
    }
    return Optional.of(ns);
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

  private static String shortened(String word) {
    return word.length() <= 40 ? word : word.substring(0, 39) + "…";
  }
}
