package org.numascape.format.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;
import org.numascape.topology.DistanceMatrix;

/// `numactl -H`: nodes with CPUs, memory and distances, no cores. Node numbers may have gaps, nodes
/// may have no CPUs. Source: numactl `hardware()`.
final class Numactl {

  private static final Pattern FACT = Pattern.compile("node (\\d+) (cpus|size|free):(.*)");
  private static final Pattern HEADINGS = Pattern.compile("node((?:\\s+\\d+)+)");
  private static final Pattern ROW = Pattern.compile("(\\d+):((?:\\s+\\d+)+)");
  private static final Pattern MEGABYTES = Pattern.compile("(\\d+) MB");

  private final Telling telling = new Telling();
  private final Map<Integer, Map<Integer, Integer>> rows = new HashMap<>();
  private List<Integer> headings = List.of();

  static Told read(Piece piece, String source) throws FormatException {
    var numactl = new Numactl();
    for (var line : piece.lines()) {
      numactl.read(new Words(piece, line));
    }
    numactl.telling.distances = new DistanceMatrix(numactl.rows);
    return numactl.telling.told(piece.tool(), source);
  }

  private void read(Words words) throws FormatException {
    var fact = FACT.matcher(words.text());
    var heading = HEADINGS.matcher(words.text());
    var row = ROW.matcher(words.text());
    if (fact.matches()) {
      fact(words, words.index(fact.group(1)), fact.group(2), fact.group(3).strip());
    } else if (heading.matches()) {
      headings = indexes(words, heading.group(1));
    } else if (row.matches()) {
      row(words, words.index(row.group(1)), words.numbers(row.group(2)));
    }
  }

  private void fact(Words words, int id, String about, String value) throws FormatException {
    var node = telling.node(id);
    var amount = MEGABYTES.matcher(value);
    if (about.equals("cpus")) {
      var cpus = words.cpus(value);
      telling.cpus(cpus, true);
      node = node.withCpus(cpus);
    } else if (amount.matches()) {
      var mib = Amount.ofMib(words.amount(amount.group(1)));
      node = about.equals("size") ? node.withMemory(mib) : node.withFree(mib);
    }
    telling.nodes.put(id, node);
  }

  private static List<Integer> indexes(Words words, String text) throws FormatException {
    var indexes = new ArrayList<Integer>();
    for (String number : text.strip().split("\\s+", -1)) {
      indexes.add(words.index(number));
    }
    return indexes;
  }

  private void row(Words words, int from, List<Long> values) throws FormatException {
    if (values.size() != headings.size()) {
      throw words.wrong(
          "this row has %d distances for %d nodes; copy the output of numactl -H whole."
              .formatted(values.size(), headings.size()));
    }
    var row = new HashMap<Integer, Integer>();
    for (int i = 0; i < values.size(); i++) {
      long distance = values.get(i);
      if (distance > 255) {
        throw words.wrong("no distance is %d, they go up to 255.".formatted(distance));
      }
      row.put(headings.get(i), (int) distance);
    }
    rows.put(from, row);
    telling.nodes.put(from, telling.node(from));
  }
}
