package org.numascape.format.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.design.MeasuredBandwidth;
import org.numascape.design.MeasuredLatency;
import org.numascape.format.FormatException;

final class LatencyReaderTest {

  /// Written by hand in the form that Intel's tool prints; the numbers are those of a published
  /// two-socket machine.
  private static final String MLC =
      """
      Intel(R) Memory Latency Checker - v3.9
      Measuring idle latencies (in ns)...
      \t\tNuma node
      Numa node\t     0\t     1\t
             0\t  78.4\t 143.0\t
             1\t 142.6\t  78.1\t

      Measuring Memory Bandwidths between nodes within system
      Bandwidths are in MB/sec (1 MB/sec = 1,000,000 Bytes/sec)
      Using all the threads from each core if Hyper-threading is enabled
      Using Read-only traffic type
      \t\tNuma node
      Numa node\t     0\t     1\t
             0\t111445.8\t34283.2\t
             1\t34201.3\t111320.5\t
      """;

  private static final Map<Integer, Map<Integer, Double>> TWO =
      Map.of(0, Map.of(0, 78.4, 1, 143.0), 1, Map.of(0, 142.6, 1, 78.1));

  private static MeasuredLatency latencies(String source, String text) throws FormatException {
    return LatencyReader.read(source, text).latencies().orElseThrow();
  }

  private static MeasuredBandwidth bandwidths(String source, String text) throws FormatException {
    return LatencyReader.read(source, text).bandwidths().orElseThrow();
  }

  @Test
  void theTableOfBandwidthsBetweenNodesIsReadToo() throws FormatException {
    var read = bandwidths("mlc.txt", MLC);

    assertThat(read.mbs(0, 0)).hasValue(111_445.8);
    assertThat(read.mbs(1, 0)).hasValue(34_201.3);
    assertThat(read.provenance()).isEqualTo("Intel Memory Latency Checker v3.9, mlc.txt");
  }

  @Test
  void theTableOfBandwidthsAloneHoldsNoLatencies() throws FormatException {
    String alone = MLC.substring(MLC.indexOf("Measuring Memory"));

    assertThat(LatencyReader.read("mlc", alone).latencies()).isEmpty();
    assertThat(bandwidths("mlc", alone).mbs(0, 1)).hasValue(34_283.2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MB/s,0,1\n0,111000,51000\n1,51500,112000",
        "GB/s;0;1\n0;111;51\n1;51,5;112",
        "from,to,MB/s\n0,0,111000\n0,1,51000\n1,0,51500\n1,1,112000",
        "# bandwidths\nMB/sec 0 1\n0 111000 51000\n1 51500 112000"
      })
  void aTableWhoseFirstLineNamesTheUnitHoldsBandwidths(String text) throws FormatException {
    assertThat(bandwidths("t", text).rows())
        .isEqualTo(
            Map.of(0, Map.of(0, 111_000.0, 1, 51_000.0), 1, Map.of(0, 51_500.0, 1, 112_000.0)));
    assertThat(LatencyReader.read("t", text).latencies()).isEmpty();
  }

  @Test
  void whatIsNoBandwidthIsRefusedWithItsLine() {
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "MB/s,0\n0,fast"))
        .hasMessage("t.csv, line 2: \"fast\" is no bandwidth in MB/s.");
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "GB/s,0\n0,200000"))
        .hasMessageContaining("no memory delivers 200000 GB/s");
    assertThatThrownBy(
            () -> LatencyReader.read("m", "Measuring Memory Bandwidths between nodes\n\n"))
        .hasMessageContaining("the table of bandwidths has no line");
  }

  @Test
  void theTableOfIdleLatenciesIsRead() throws FormatException {
    var read = latencies("mlc.txt", MLC);

    assertThat(read.rows()).isEqualTo(TWO);
    assertThat(read.tool()).isEqualTo("Intel Memory Latency Checker v3.9");
    assertThat(read.origin()).isEqualTo("mlc.txt");
  }

  @Test
  void memoryWithoutCpusHasAColumnAndNoRow() throws FormatException {
    var read =
        latencies(
            "mlc",
            """
            Measuring idle latencies for random access (in ns)...
                      Memory node
             Socket        0       1       2
                  0    107.0   200.1   279.4
                  1    200.3   106.8       -
            """);

    assertThat(read.rows().get(0)).containsEntry(2, 279.4);
    assertThat(read.ns(1, 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node,0,1\n0,78.4,143\n1,142.6,78.1\n",
        ",node 0,node 1\nnode 0,78.4,143\nnode 1,142.6,78.1",
        "78.4,143\n142.6,78.1",
        "0,1\n0,78.4,143\n1,142.6,78.1",
        "von;0;1\n0;78,4;143\n1;142,6;78,1\n",
        "# measured at night\r\n\tN0\tN1\r\n0\t78.4 ns\t143 ns\r\n1\t142.6\t78.1",
        "        node 0  node 1\nnode 0  78.4    143.0\nnode 1  142.6   78.1",
        "from,to,ns\n0,0,78.4\n0,1,143\n1,0,142.6\n1,1,78.1",
        "\uFEFF\"from\",\"to\",\"latency\"\n\"0\",\"0\",\"78.4\"\n0,1,143\n1,0,142.6\n1,1,78.1",
      })
  void tablesOfManyHandsSayTheSame(String text) throws FormatException {
    assertThat(latencies("table", text).rows()).isEqualTo(TWO);
  }

  @Test
  void whatIsNotMeasuredIsMissing() throws FormatException {
    var read = latencies("table", "node,0,1\n0,78.4,n/a\n1,,78.1\n");

    assertThat(read.rows()).isEqualTo(Map.of(0, Map.of(0, 78.4), 1, Map.of(1, 78.1)));
  }

  @Test
  void aMistakeIsBlamedWithItsLine() {
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "node,0,1\n0,78,143\n1,slow,78\n"))
        .isInstanceOf(FormatException.class)
        .hasMessage("t.csv, line 3: \"slow\" is no time in ns.");
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "node,0\n0,78\n0,79\n"))
        .hasMessage("t.csv, line 3: there are two rows of node 0.");
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "node,0\n0,78,79\n"))
        .hasMessage("t.csv, line 2: the row has more values than there are nodes (1).");
    assertThatThrownBy(() -> LatencyReader.read("t.csv", "from,to,ns\n0,0,78\n0,0,79"))
        .hasMessage("t.csv, line 3: node 0 to node 0 is told twice.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n#\n",
        "node,0\n0,-\n",
        "hello",
        "node,0\n0,0\n",
        "node,0\n0,1e400\n",
        "node,9999\n9999,5\n",
        "Measuring idle latencies (in ns)...\n",
        "Measuring idle latencies (in ns)...\nNuma node 0 1\n\n",
        "0;1;2;3;4;5\n;;;;;;;\n",
      })
  void whatIsNoTableIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> LatencyReader.read("x", text)).isInstanceOf(FormatException.class);
  }

  @Test
  void aTextBeyondTheLimitIsRefusedUnread() {
    String text = "78,".repeat(LatencyReader.MAX_LENGTH / 3 + 1);

    assertThatThrownBy(() -> LatencyReader.read("x", text)).hasMessageContaining("1 MiB");
  }

  @Test
  void noDamageToATableEndsInAnythingButATableOrASentence() {
    var random = new java.util.Random(7);
    String signs = "0123456789,;.\t\n -NumaodefrtS:\"#e";
    for (int round = 0; round < 4_000; round++) {
      var text = new StringBuilder(round % 2 == 0 ? MLC : "node,0,1\n0,78.4,143\n1,142.6,78.1\n");
      for (int wound = random.nextInt(6); wound >= 0 && !text.isEmpty(); wound--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
        }
      }
      try {
        var read = LatencyReader.read("damaged", text.toString());
        assertThat(read.latencies().isPresent() || read.bandwidths().isPresent()).isTrue();
        read.latencies().ifPresent(one -> assertThat(one.pairs()).isPositive());
      } catch (FormatException refused) {
        assertThat(refused).hasMessageEndingWith(".");
      }
    }
  }
}
