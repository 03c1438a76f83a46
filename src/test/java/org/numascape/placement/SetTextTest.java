package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.placement.SetText.Reading;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

final class SetTextTest {

  private final SetText<CpuSet> cpus = SetText.cpus(Analysis.of(Designs.pictured()));
  private final SetText<NodeSet> nodes = SetText.nodes(Analysis.of(Designs.pictured()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "0-3,8,^2|0-1,3,8",
        " 4 , 6 - 7 |4,6-7",
        "node3|24-31,56-63",
        "Node 3|24-31,56-63",
        "package1|16-31,48-63",
        "core5|5,37",
        "core5,^37|5",
        "l3 2|8-11,40-43",
        "l3#2|8-11,40-43",
        "free on node0|6-7,38-39",
        "free cores on node0|6-7,38-39",
        "one per core of l3 2|8-11",
        "4,siblings|4,36",
        "siblings of 4|4,36",
        "siblings of node0,^node0|''",
        "used by rt-app|9-12",
        "reserved|0-1,32-33",
        "isolated|''",
        "all,^node0,^node1,^node2|24-31,56-63",
        "''|''"
      })
  void aTextOfNumbersAndWordsIsASetOfCpus(String text, String set) {
    assertThat(cpus.read(text)).isEqualTo(new Reading.Right<>(CpuSet.parse(set)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-2,^1|0,2",
        "node3|3",
        "package1|2-3",
        "l3 2|1",
        "used by large-vm|2-3",
        "with cpus|0-3",
        "without cpus|''"
      })
  void theSameWordsMeanNodesWhereNodesAreAskedFor(String text, String set) {
    assertThat(nodes.read(text)).isEqualTo(new Reading.Right<>(NodeSet.parse(set)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,64|2|4|CPU 64 is not on this host, it has 0-63",
        "0,3-1|2|5|range 3-1 runs backwards",
        "0,,1|2|2|a CPU is missing between the commas",
        "node7|0|5|node 7 is not on this host, it has 0-3",
        "die 0|0|5|die 0 is not on this host, it has none",
        "core32|0|6|core 32 is not on this host, it has 32",
        "1,free on node9|2|15|node 9 is not on this host, it has 0-3",
        "used by nobody|0|14|no virtual machine is called “nobody”",
        "99999999999|0|11|CPU 99999999999 is beyond any host",
        "nod3|0|4|“nod3” says nothing here; write numbers such as 0-3,8 or a word such as node0"
      })
  void aMistakeIsToldWithItsPlace(String text, int from, int to, String what) {
    assertThat(cpus.read(text)).isEqualTo(new Reading.Wrong<>(from, to, what));
  }

  @Test
  void aWordBegunIsGoneOnWithAndToldWhatItStandsFor() {
    var found = cpus.complete("0-3, nod", 8);

    assertThat(found.getFirst())
        .isEqualTo(new Completion("node0", "16 CPUs: 0-7,32-39", "0-3, node0", 10));
    assertThat(found).extracting(Completion::word).contains("node3", "free on node2");
  }

  @Test
  void theItemAtTheCaretIsReplacedAndTheOthersStay() {
    var found = cpus.complete("^pack,8-9", 5);

    assertThat(found.getFirst().text()).isEqualTo("^package0,8-9");
    assertThat(found.getFirst().caret()).isEqualTo(9);
  }

  @Test
  void withNothingTypedTheFreeCpusComeFirstAndSiblingsOnlyOfWhatIsNamed() {
    assertThat(cpus.complete("", 0)).extracting(Completion::word).startsWith("free", "free cores");
    assertThat(cpus.complete("", 0)).extracting(Completion::word).doesNotContain("siblings");
    assertThat(cpus.complete("4,", 2)).extracting(Completion::word).contains("siblings");
  }

  @Test
  void numbersAreNotGoneOnWith() {
    assertThat(cpus.complete("4,1", 3)).isEmpty();
  }

  @Test
  void everyWordOfferedReadsAsWhatItWasSaidToStandFor() {
    for (var typed : new String[] {"", "f", "one", "l3", "core", "used", "die", "s"}) {
      for (var word : cpus.complete(typed, typed.length())) {
        assertThat(cpus.read(word.text())).as(word.word()).isInstanceOf(Reading.Right.class);
      }
    }
  }
}
