package org.numascape.format.hwloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.format.Hwloc;
import org.numascape.format.XmlFile;

/// Compares distances between nodes with what lstopo prints, by OS index: the order in the file
/// means nothing.
final class HwlocDistancesTest {

  static Stream<Path> files() throws Exception {
    return Hwloc.readableFiles();
  }

  @ParameterizedTest
  @MethodSource("files")
  void distancesAreThoseLstopoPrints(Path file) throws Exception {
    Hwloc.assumeInstalled();
    String printed =
        Hwloc.ask(
            "lstopo", "--disallowed", "-i", file.toString(), "--if", "xml", "--distances", "-p");
    var matrices = matrices(printed.lines().toList());

    var distances = HwlocReader.read("h.xml", XmlFile.text(file)).distances();

    assertThat(distances.rows()).isIn(matrices.isEmpty() ? List.of(Map.of()) : matrices);
  }

  /// All latencies of nodes: a title, a line of indexes, then a row a node that begins with its own
  /// index.
  private static List<Map<Integer, Map<Integer, Integer>>> matrices(List<String> lines) {
    var matrices = new ArrayList<Map<Integer, Map<Integer, Integer>>>();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).matches("Relative latency matrix .* NUMANodes .*")) {
        String[] columns = words(lines.get(at + 1).replace("index", ""));
        var rows = new TreeMap<Integer, Map<Integer, Integer>>();
        for (int i = 1; i <= columns.length; i++) {
          String[] row = words(lines.get(at + 1 + i));
          var cells = new TreeMap<Integer, Integer>();
          for (int column = 0; column < columns.length; column++) {
            cells.put(Integer.valueOf(columns[column]), Integer.valueOf(row[column + 1]));
          }
          rows.put(Integer.valueOf(row[0]), cells);
        }
        matrices.add(rows);
      }
    }
    return matrices;
  }

  private static String[] words(String line) {
    return Arrays.stream(line.strip().split("\\s+")).toArray(String[]::new);
  }
}
