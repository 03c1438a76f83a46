package org.numascape.format.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// A table that Intel's Memory Latency Checker prints, of idle latencies or of the bandwidths
/// between nodes:
///
/// ```
/// Intel(R) Memory Latency Checker - v3.9
/// Measuring idle latencies (in ns)...
///                 Numa node
/// Numa node            0       1
///        0          81.6   137.8
///        1         138.1    81.5
///
/// Measuring Memory Bandwidths between nodes within system
/// Bandwidths are in MB/sec (1 MB/sec = 1,000,000 Bytes/sec)
///                 Numa node
/// Numa node            0       1
///        0      111445.8 34283.2
///        1       34201.3 111320.5
/// ```
///
/// Its other tables have other titles and are passed over.
record IntelTable(String source, List<String> lines, Quantity quantity) {

  private static final Pattern LATENCIES =
      Pattern.compile("(?i)^\\s*Measuring idle latencies\\b.*\\bns\\b.*");
  private static final Pattern BANDWIDTHS =
      Pattern.compile("(?i)^\\s*Measuring memory bandwidths between nodes\\b.*");
  private static final Pattern HEADS =
      Pattern.compile("(?i)^\\s*(?:numa\\s+node|memory\\s+node|socket|node)\\s+(\\d.*)$");
  private static final Pattern VERSION =
      Pattern.compile("(?i)Memory Latency Checker\\s*-\\s*(v[\\w.]{1,20})");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// The first table of idle latencies in a text, if it is of that tool.
  static Optional<MeasuredLatency> latencies(String source, List<String> lines)
      throws FormatException {
    var table = new IntelTable(source, lines, Quantity.NS);
    int title = table.title(LATENCIES);
    return title < 0
        ? Optional.empty()
        : Optional.of(new MeasuredLatency(table.after(title + 1), table.tool(), source, ""));
  }

  /// The first table of bandwidths between nodes, if it is of that tool.
  static Optional<MeasuredBandwidth> bandwidths(String source, List<String> lines)
      throws FormatException {
    var table = new IntelTable(source, lines, Quantity.MBS);
    int title = table.title(BANDWIDTHS);
    return title < 0
        ? Optional.empty()
        : Optional.of(new MeasuredBandwidth(table.after(title + 1), table.tool(), source, ""));
  }

  private int title(Pattern title) {
    for (int at = 0; at < lines.size(); at++) {
      if (title.matcher(lines.get(at)).matches()) {
        return at;
      }
    }
    return -1;
  }

  private String what() {
    return quantity.isTime() ? "latencies" : "bandwidths";
  }

  private Map<Integer, Map<Integer, Double>> after(int title) throws FormatException {
    int at = title;
    var heads = HEADS.matcher("");
    while (at < lines.size() && !heads.reset(lines.get(at)).matches()) {
      at++;
    }
    if (at == lines.size()) {
      throw new FormatException(
          source, title, "the table of " + what() + " has no line \"Numa node 0 1 …\".");
    }
    var columns = new ArrayList<Integer>();
    for (String word : BLANKS.split(heads.group(1).strip(), -1)) {
      columns.add(LatencyReader.node(source, at + 1, word));
    }
    var rows = new TreeMap<Integer, Map<Integer, Double>>();
    for (at++; at < lines.size() && !lines.get(at).isBlank(); at++) {
      var words = BLANKS.split(lines.get(at).strip(), -1);
      if (!words[0].matches("\\d+")) {
        break;
      }
      row(at + 1, words, columns, rows);
    }
    if (rows.values().stream().allMatch(Map::isEmpty)) {
      throw new FormatException(source, title, "the table of " + what() + " is empty.");
    }
    return rows;
  }

  private void row(
      int line, String[] words, List<Integer> columns, Map<Integer, Map<Integer, Double>> rows)
      throws FormatException {
    if (words.length - 1 > columns.size()) {
      throw new FormatException(
          source,
          line,
          "the row has " + (words.length - 1) + " values for " + columns.size() + " columns.");
    }
    var row = new TreeMap<Integer, Double>();
    for (int column = 1; column < words.length; column++) {
      int to = columns.get(column - 1);
      quantity.value(source, line, words[column]).ifPresent(value -> row.put(to, value));
    }
    if (rows.put(LatencyReader.node(source, line, words[0]), row) != null) {
      throw new FormatException(source, line, "there are two rows of node " + words[0] + ".");
    }
  }

  private String tool() {
    for (String line : lines) {
      var version = VERSION.matcher(line);
      if (version.find()) {
        return "Intel Memory Latency Checker " + version.group(1);
      }
    }
    return "Intel Memory Latency Checker";
  }
}
