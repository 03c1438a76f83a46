package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Item.Vcpu;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class EncounterTest {

  private static final DomainId CI = new DomainId("build-ci");
  private static final DomainId DB = new DomainId("db-server");
  private static final DropWay WAY = DropWay.spreading(SpreadPolicy.BY_GUEST);

  private final Analysis facts = Analysis.of(Designs.pictured());

  @Test
  void onACpuOfAnotherGuestSharingIsOfferedFirst() {
    var met = Encounter.of(facts, List.of(new Vcpu(CI, 0)), cpu(2), WAY).orElseThrow();

    assertThat(met.swapFirst()).isFalse();
    assertThat(met.likely().lines()).contains(new PillLine(Tone.CAUTION, "shared with db-server"));
    assertThat(met.swap().lines().getFirst().text()).isEqualTo("swaps with vCPU 0 of db-server");
  }

  @Test
  void onACpuOfItsOwnGuestChangingPlacesIsOfferedFirst() {
    var met = Encounter.of(facts, List.of(new Vcpu(CI, 0)), cpu(45), WAY).orElseThrow();

    assertThat(met.words()).isEqualTo("CPU 45");
    assertThat(met.swapFirst()).isTrue();
    assertThat(met.likely()).isEqualTo(met.swap());
    assertThat(met.share().lines()).contains(new PillLine(Tone.BAD, "two vCPUs on one CPU"));
  }

  @Test
  void onAFreeCpuThereIsNothingToChoose() {
    assertThat(Encounter.of(facts, List.of(new Vcpu(CI, 0)), cpu(6), WAY)).isEmpty();
  }

  @Test
  void aCoreWithAFreeThreadTakesOneVcpuWithoutAQuestion() {
    var rt = facts.design().guest(new DomainId("rt-app")).orElseThrow();
    assertThat(rt.wanted().vcpuPins().get(3)).isEqualTo(CpuSet.of(12));

    var met = Encounter.of(facts, List.of(new Vcpu(CI, 0)), core(20), WAY);

    assertThat(met).isEmpty();
  }

  @Test
  void twoVcpusOnACoreOfAnotherGuestChangePlacesWithBoth() {
    var dragged = List.of(new Vcpu(CI, 0), new Vcpu(CI, 1));

    var met = Encounter.of(facts, dragged, core(3), WAY).orElseThrow();

    var after = met.swap().edit().applyTo(facts.design());
    assertThat(met.swap().edit().label(facts.design()))
        .isEqualTo("Swap 2 vCPUs with 2 vCPUs of db-server");
    assertThat(after.guest(CI).orElseThrow().wanted().vcpuPins())
        .containsEntry(0, CpuSet.of(3))
        .containsEntry(1, CpuSet.of(35));
    assertThat(after.guest(DB).orElseThrow().wanted().vcpuPins())
        .containsEntry(2, CpuSet.of(13))
        .containsEntry(3, CpuSet.of(45));
  }

  @Test
  void aVcpuWithoutAPinThatPushesAnotherOutTakesItsPinAndThePillSaysSo() {
    var design = Designs.pictured();
    var loose = new org.numascape.design.Edit.UnpinVcpus(CI, CpuSet.of(0)).applyTo(design);

    var met = Encounter.of(Analysis.of(loose), List.of(new Vcpu(CI, 0)), cpu(2), WAY).orElseThrow();

    assertThat(met.swap().lines().getFirst().text())
        .isEqualTo("swaps with vCPU 0 of db-server, which loses its pin");
    assertThat(met.swap().edit().applyTo(loose).guest(DB).orElseThrow().wanted().vcpuPins())
        .doesNotContainKey(0);
  }

  @Test
  void memoryAndThreadsAskNothing() {
    assertThat(Encounter.of(facts, List.of(new Item.Emulator(CI)), cpu(2), WAY)).isEmpty();
    assertThat(Encounter.of(facts, List.of(new Vcpu(CI, 0), new Item.Cell(CI, 0)), cpu(2), WAY))
        .isEmpty();
  }

  private Item cpu(int index) {
    return new Item.OnHost(facts.host().pu(index).orElseThrow().id());
  }

  private static Item core(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.CORE, logical));
  }
}
