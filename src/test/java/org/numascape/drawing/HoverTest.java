package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Edit;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;

final class HoverTest {

  private final Design design = Designs.pictured();
  private final Analysis facts = Analysis.of(design);

  private DomainId guest(String name) {
    return design.guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Item cpu(int index) {
    return new Item.OnHost(design.host().pu(index).orElseThrow().id());
  }

  private Item node(int index) {
    return new Item.OnHost(design.host().node(index).orElseThrow().id());
  }

  private String words(Item... items) {
    return Hover.words(facts, List.of(items));
  }

  @Test
  void aPlacedVcpuSaysWhereItRunsAndWhatTheCpuBelowItIs() {
    assertThat(words(new Item.Vcpu(guest("db-server"), 0), cpu(2)).lines().toList())
        .startsWith("db-server, vCPU 0 on CPU 2")
        .anyMatch(line -> line.startsWith("CPU P#2 ") && line.contains("siblings 2,34"));
  }

  @Test
  void aNodeTellsItsHugePagesAndNothingTwice() {
    var lines = words(new Item.NodeMemory(0), node(0)).lines().toList();

    assertThat(lines).doesNotHaveDuplicates().contains("1 GiB pages: 40 in the pool, 8 free");
  }

  @Test
  void whatLiesUnderTheFirstBoxOfTheHostIsLeftOut() {
    assertThat(words(cpu(2), node(0))).isEqualTo(words(cpu(2)));
  }

  @Test
  void aVcpuWithoutPinIsSaidToFloat() {
    var freed = new Edit.UnpinVcpus(guest("db-server"), CpuSet.of(0)).applyTo(design);

    var words = Hover.words(Analysis.of(freed), List.of(new Item.Vcpu(guest("db-server"), 0)));

    assertThat(words).isEqualTo("db-server, vCPU 0, floating over every CPU");
  }

  @Test
  void theMemoryOfACellSaysToWhichNodesItIsBoundAndHow() {
    assertThat(words(new Item.Cell(guest("db-server"), 0)))
        .isEqualTo("db-server, memory of cell 0, strict on node 0");
  }

  @Test
  void everyPartOfTheHostThatIsDrawnSaysSomethingButTheGroundItStandsOn() {
    design
        .host()
        .objects()
        .forEach(object ->
            assertThat(words(new Item.OnHost(object.id())).isBlank())
                .as(object.id().toString())
                .isEqualTo(object.id().kind() == ObjectKind.MACHINE));
  }

  @Test
  void nothingUnderThePointerSaysNothing() {
    assertThat(words()).isEmpty();
  }
}
