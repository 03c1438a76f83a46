package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.PinText;
import org.numascape.topology.CpuSet;

final class PinWordsTest {

  private final Analysis facts = Analysis.of(Designs.pictured());

  @Test
  void aWordGivesEachVcpuACpuCoreByCoreAndNoMoreThanItNeeds() {
    assertThat(PinWords.read(facts, "0-2: free on node3", 8))
        .isEqualTo(new PinText.Pins(Map.of(0, CpuSet.of(28), 1, CpuSet.of(60), 2, CpuSet.of(29))));
  }

  @Test
  void numbersAndWordsMixInTheOrderWritten() {
    assertThat(PinWords.read(facts, "0-2: 7, core6", 8))
        .isEqualTo(new PinText.Pins(Map.of(0, CpuSet.of(7), 1, CpuSet.of(6), 2, CpuSet.of(38))));
  }

  @Test
  void inBracesAWordIsTheWholeSet() {
    assertThat(PinWords.read(facts, "0: {l3 2,^40}\n1: {node0}  # all", 8))
        .isEqualTo(
            new PinText.Pins(Map.of(0, CpuSet.parse("8-11,41-43"), 1, CpuSet.parse("0-7,32-39"))));
  }

  @Test
  void mistakesOfWordsAndOfPinsAreToldByLine() {
    assertThat(PinWords.read(facts, "0: 1\n9: 2\n2: node8", 8).toString())
        .contains("line 2: vCPU 9 does not exist")
        .contains("line 3: node 8 is not on this host");
  }

  @Test
  void fewerFreeCpusThanVcpusAreToldAsTheMistakeTheyAre() {
    assertThat(PinWords.read(facts, "0-4: free on node0", 8).toString())
        .contains("line 1: 5 vCPUs but 4 CPUs");
  }

  @Test
  void wordsAreOfferedRightOfTheColonOnly() {
    String text = "0: 1\n1-3: {nod}";

    var found = PinWords.complete(facts, text, text.length() - 1);

    assertThat(found.getFirst().text()).isEqualTo("0: 1\n1-3: {node0}");
    assertThat(found.getFirst().caret()).isEqualTo(text.length() + 1);
    assertThat(PinWords.complete(facts, text, 6)).isEmpty();
  }
}
