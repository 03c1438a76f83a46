package org.numascape.format.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

/// A table of latencies or bandwidths of any origin, one row a line, parted by comma, semicolon,
/// tab or blanks. Lines that begin with `#` are remarks.
///
/// Three kinds: with the nodes as heads of rows and columns; the values alone, in the order of the
/// nodes; three columns with the heads `from`, `to` and `ns`, `latency` or `MB/s`.
record PlainTable(String source, List<Row> rows, Quantity quantity) {

  /// A line that says something: its number from 1, its words.
  private record Row(int line, List<String> words) {}

  private static final Pattern PAIRS_FROM = Pattern.compile("(?i)(from|initiator|cpu|source).*");
  private static final Pattern PAIRS_TO = Pattern.compile("(?i)(to|target|mem|dest).*");

  /// The table in a text.
  static Measurements read(String source, List<String> lines) throws FormatException {
    char mark = mark(lines);
    var rows = new ArrayList<Row>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(new Row(at + 1, words(lines.get(at), mark)));
      }
    }
    if (rows.isEmpty()) {
      throw new FormatException(source, 0, "there is no table of latencies or bandwidths in it.");
    }
    var first = String.join(" ", rows.getFirst().words());
    var table = new PlainTable(source, rows, Quantity.named(first));
    var values = table.values();
    return table.quantity().isTime()
        ? new Measurements(
            Optional.of(new MeasuredLatency(values, "table", source, "")), Optional.empty())
        : new Measurements(
            Optional.empty(), Optional.of(new MeasuredBandwidth(values, "table", source, "")));
  }

  /// What parts the words: where there are semicolons, commas are decimal.
  private static char mark(List<String> lines) {
    for (char mark : new char[] {';', '\t', ','}) {
      if (lines.stream().anyMatch(line -> line.strip().indexOf(mark) >= 0)) {
        return mark;
      }
    }
    return ' ';
  }

  private static List<String> words(String line, char mark) {
    String pattern = mark == ' ' ? "\\s+" : "\\s*" + Pattern.quote(String.valueOf(mark)) + "\\s*";
    String text = mark == '\t' ? line : line.strip().replaceAll("(?i)(node)\\s+(?=\\d)", "$1");
    return Arrays.stream(text.split(pattern, -1)).map(PlainTable::unquoted).toList();
  }

  private static String unquoted(String word) {
    String plain = word.strip();
    boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  private Map<Integer, Map<Integer, Double>> values() throws FormatException {
    var first = rows.getFirst().words();
    boolean pairs =
        first.size() == 3
            && PAIRS_FROM.matcher(first.get(0)).matches()
            && PAIRS_TO.matcher(first.get(1)).matches();
    var found = pairs ? pairs() : headed() ? square(1) : square(0);
    if (found.values().stream().allMatch(Map::isEmpty)) {
      throw new FormatException(source, 0, "there is no value in the table.");
    }
    return found;
  }

  /// Whether the first line holds the nodes: it begins with no number, or is a word shorter than
  /// the next, which begins with the node.
  private boolean headed() {
    return cornerless() || !beginsWithNumber(rows.getFirst());
  }

  /// Whether the first line holds nothing but nodes, one word less than the next.
  private boolean cornerless() {
    return rows.size() > 1
        && rows.get(0).words().getFirst().matches(".*\\d")
        && rows.get(0).words().size() + 1 == rows.get(1).words().size()
        && !rows.get(1).words().getLast().isEmpty();
  }

  private static boolean beginsWithNumber(Row row) {
    return row.words().getFirst().matches("\\d{1,9}([.,]\\d{1,9})?(?i:\\s*ns)?");
  }

  private Map<Integer, Map<Integer, Double>> pairs() throws FormatException {
    var found = new TreeMap<Integer, Map<Integer, Double>>();
    for (var row : rows.subList(1, rows.size())) {
      if (row.words().size() != 3) {
        throw wrong(row, "a line has a node, a node and a value; this one has other columns.");
      }
      int from = LatencyReader.node(source, row.line(), row.words().get(0));
      int to = LatencyReader.node(source, row.line(), row.words().get(1));
      var ns = quantity.value(source, row.line(), row.words().get(2));
      var values = found.computeIfAbsent(from, node -> new TreeMap<>());
      if (ns.isPresent() && values.put(to, ns.get()) != null) {
        throw wrong(row, "node " + from + " to node " + to + " is told twice.");
      }
    }
    return found;
  }

  /// A square, with heads (1) or without (0).
  private Map<Integer, Map<Integer, Double>> square(int heads) throws FormatException {
    var columns = new ArrayList<Integer>();
    if (heads == 1) {
      var first = rows.getFirst();
      for (String word : first.words().subList(cornerless() ? 0 : 1, first.words().size())) {
        if (!word.isEmpty()) {
          columns.add(LatencyReader.node(source, first.line(), word));
        }
      }
    }
    var found = new TreeMap<Integer, Map<Integer, Double>>();
    for (int at = heads; at < rows.size(); at++) {
      var row = rows.get(at);
      int from = heads == 1 ? LatencyReader.node(source, row.line(), row.words().getFirst()) : at;
      if (found.put(from, row(row, heads, columns)) != null) {
        throw wrong(row, "there are two rows of node " + from + ".");
      }
    }
    return found;
  }

  private Map<Integer, Double> row(Row row, int heads, List<Integer> columns)
      throws FormatException {
    int most = heads == 1 ? columns.size() : rows.size();
    var values = new TreeMap<Integer, Double>();
    for (int column = heads; column < row.words().size(); column++) {
      int number = column - heads;
      String word = row.words().get(column);
      var ns = quantity.value(source, row.line(), word);
      if (ns.isPresent() && number >= most) {
        throw wrong(row, "the row has more values than there are nodes (" + most + ").");
      }
      if (ns.isPresent()) {
        values.put(heads == 1 ? columns.get(number) : number, ns.get());
      }
    }
    return values;
  }

  private FormatException wrong(Row row, String what) {
    return new FormatException(source, row.line(), what);
  }
}
