package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.placement.CopiedPlacement.Pasted;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

final class CopiedPlacementTest {

  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");

  private final Design design =
      Designs.of(
          Hosts.fourNodes(),
          Guests.domain("a")
              .vcpus(4)
              .memoryGib(8)
              .strict("0")
              .pinnedTo("2,34,3,35")
              .emulator("0-1")
              .ioThread("0"),
          Guests.domain("b").vcpus(2).memoryGib(4).ioThread("5"),
          Guests.domain("c").vcpus(1));

  @Test
  void anotherGuestIsPlacedOnTheSameCpusAndNodes() {
    var after = pasted(copy(A).onto(Analysis.of(design), List.of(B)));

    var b = after.guest(B).orElseThrow().wanted();
    assertThat(b.vcpuPins()).hasSize(2).containsEntry(1, CpuSet.of(34));
    assertThat(b.emulatorPin()).contains(CpuSet.parse("0-1"));
    assertThat(b.ioThreads().getFirst().pin()).contains(CpuSet.of(0));
    assertThat(b.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(0));
  }

  @Test
  void relativeToANodeEverythingIsAtTheSamePlaceOfThatNode() {
    var after = pasted(copy(A).onto(Analysis.of(design), List.of(B), 2));

    var b = after.guest(B).orElseThrow().wanted();
    assertThat(b.vcpuPins()).containsEntry(0, CpuSet.of(18)).containsEntry(1, CpuSet.of(50));
    assertThat(b.emulatorPin()).contains(CpuSet.parse("16-17"));
    assertThat(b.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(2));
  }

  @Test
  void aPlacementOverTwoNodesGoesToTwoNodesInOrder() {
    var wide =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(2).strict("0-1").pinnedTo("2,10"),
            Guests.domain("b").vcpus(2));

    var copy = CopiedPlacement.of(wide.guest(A).orElseThrow()).orElseThrow();
    var after = pasted(copy.onto(Analysis.of(wide), List.of(B), 2)).guest(B).orElseThrow();

    assertThat(after.wanted().vcpuPins())
        .containsEntry(0, CpuSet.of(18))
        .containsEntry(1, CpuSet.of(26));
    assertThat(copy.onto(Analysis.of(wide), List.of(B), 3))
        .isEqualTo(new Pasted.Refused("a uses 2 nodes, and there are fewer from node 3 on"));
  }

  @Test
  void aPasteIsOneStepOfUndoAndSaysWhoIsThereAlready() {
    var plan = ((Pasted.Plan) copy(A).onto(Analysis.of(design), List.of(B))).plan();

    assertThat(plan.edit().label(design)).isEqualTo("Place b like a");
    assertThat(plan.lines()).contains(new PillLine(Tone.CAUTION, "shared with a"));
  }

  @Test
  void aGuestThatIsPlacedSoAlreadyIsToldInWords() {
    assertThat(copy(A).onto(Analysis.of(design), List.of(A)))
        .isEqualTo(new Pasted.Refused("a is placed like that already"));
    assertThat(copy(A).onto(Analysis.of(design), List.of()))
        .isEqualTo(new Pasted.Refused("select a virtual machine to give the placement of a to"));
  }

  @Test
  void aGuestWithoutAPlacementHasNothingToCopy() {
    var c = design.guest(new DomainId("c")).orElseThrow();

    assertThat(CopiedPlacement.of(c)).isEmpty();
  }

  @Test
  void theCopyIsTextThatTheEditorOfPinsReads() {
    assertThat(copy(A).text()).isEqualTo("0-3: 2,34,3,35");
  }

  private CopiedPlacement copy(DomainId id) {
    return CopiedPlacement.of(design.guest(id).orElseThrow()).orElseThrow();
  }

  private Design pasted(Pasted pasted) {
    assertThat(pasted).isInstanceOf(Pasted.Plan.class);
    return ((Pasted.Plan) pasted).plan().edit().applyTo(design);
  }
}
