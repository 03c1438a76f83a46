package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Item.Vcpu;
import org.numascape.domain.Domain;
import org.numascape.placement.Nudge.Step;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

final class NudgeTest {

  private static final DomainId WEB = new DomainId("web");

  private final Design design =
      Designs.of(
          Hosts.fourNodes(),
          Guests.domain("web").vcpus(4).memoryGib(8).strict("1").pinnedTo("10,42,11,43"));

  @Test
  void allPinsGoToTheNextCpuTogether() {
    var after = nudged(List.of(new Item.WholeGuest(WEB)), Step.PU, true);

    assertThat(after.vcpuPins())
        .isEqualTo(Map.of(0, CpuSet.of(42), 1, CpuSet.of(11), 2, CpuSet.of(43), 3, CpuSet.of(12)));
  }

  @Test
  void aCoreFurtherIsTheSameThreadOfTheCoreBeside() {
    var after = nudged(List.of(new Vcpu(WEB, 2), new Vcpu(WEB, 3)), Step.CORE, true);

    assertThat(after.vcpuPins())
        .containsEntry(2, CpuSet.of(12))
        .containsEntry(3, CpuSet.of(44))
        .containsEntry(0, CpuSet.of(10));
  }

  @Test
  void aNodeFurtherTakesTheMemoryAlongWhereItIsSelected() {
    var after = nudged(List.of(new Item.WholeGuest(WEB)), Step.NODE, true);

    assertThat(after.vcpuPins()).containsEntry(0, CpuSet.of(18)).containsEntry(3, CpuSet.of(51));
    assertThat(after.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(2));
  }

  @Test
  void anotherVcpuOfTheGuestInTheWayGetsThePlaceThatWasLeft() {
    var after = nudged(List.of(new Vcpu(WEB, 0)), Step.PU, true);

    assertThat(after.vcpuPins()).containsEntry(0, CpuSet.of(42)).containsEntry(1, CpuSet.of(10));
  }

  @Test
  void beyondTheLastCpuIsRefusedInWords() {
    var last = Designs.of(Hosts.fourNodes(), Guests.domain("web").vcpus(1).pinnedTo("63"));

    var nudge = Nudge.of(Analysis.of(last), List.of(new Vcpu(WEB, 0)), Step.PU, true);

    assertThat(nudge).isEqualTo(new Nudge.Refused("there is no CPU after CPU 63"));
  }

  @Test
  void whatIsNotPinnedCannotBeNudged() {
    var loose = Designs.of(Hosts.fourNodes(), Guests.domain("web").vcpus(1));

    var nudge = Nudge.of(Analysis.of(loose), List.of(new Vcpu(WEB, 0)), Step.CORE, false);

    assertThat(nudge).isEqualTo(new Nudge.Refused("nothing of the selection is pinned"));
  }

  @Test
  void forwardAndBackLeadsToTheStart() {
    for (var step : Step.values()) {
      var there = edit(design, List.of(new Item.WholeGuest(WEB)), step, true);
      var back = edit(there, List.of(new Item.WholeGuest(WEB)), step, false);

      assertThat(back).as(step.name()).isEqualTo(design);
    }
  }

  @Test
  void aNudgeIsOneStepOfUndoWithALabelAndSaysWhatComesOfIt() {
    var facts = Analysis.of(Designs.pictured());
    var first = new Vcpu(new DomainId("build-ci"), 0);

    var moved = (Nudge.Moved) Nudge.of(facts, List.of(first), Step.CORE, false);

    assertThat(moved.plan().edit().label(facts.design()))
        .isEqualTo("Nudge vCPU 0 of build-ci to the previous core");
    assertThat(moved.plan().lines()).contains(new PillLine(Tone.BAD, "shared with rt-app"));
  }

  private Domain nudged(List<Item> items, Step step, boolean forward) {
    return edit(design, items, step, forward).guest(WEB).orElseThrow().wanted();
  }

  private static Design edit(Design design, List<Item> items, Step step, boolean forward) {
    var nudge = Nudge.of(Analysis.of(design), items, step, forward);
    assertThat(nudge).isInstanceOf(Nudge.Moved.class);
    return ((Nudge.Moved) nudge).plan().edit().applyTo(design);
  }
}
