package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Item.Vcpu;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class SelectionRangeTest {

  private static final DomainId CI = new DomainId("build-ci");
  private static final DomainId RT = new DomainId("rt-app");

  private final Analysis facts = Analysis.of(Designs.pictured());

  @Test
  void vcpusOfAGuestAreTakenByNumberWhicheverWasFirst() {
    assertThat(SelectionRange.between(facts, new Vcpu(CI, 3), new Vcpu(CI, 1)))
        .containsExactly(new Vcpu(CI, 1), new Vcpu(CI, 2), new Vcpu(CI, 3));
  }

  @Test
  void partsOfTheHostAreTakenInLogicalOrder() {
    assertThat(SelectionRange.between(facts, core(4), core(6)))
        .containsExactly(core(4), core(5), core(6));
  }

  @Test
  void vcpusOfDifferentGuestsAreTakenAsTheySitBesideEachOther() {
    assertThat(SelectionRange.between(facts, new Vcpu(RT, 3), new Vcpu(CI, 2)))
        .containsExactly(new Vcpu(RT, 3), new Vcpu(CI, 0), new Vcpu(CI, 1), new Vcpu(CI, 2));
  }

  @Test
  void unlikeThingsAreTakenAlone() {
    assertThat(SelectionRange.between(facts, core(4), new Vcpu(CI, 1)))
        .containsExactly(core(4), new Vcpu(CI, 1));
  }

  @Test
  void aBandTakesThreadsAndWhereThereAreNoneTheCpus() {
    Item cpu = new Item.OnHost(new ObjectId(ObjectKind.PU, 3));

    assertThat(SelectionRange.banded(List.of(core(1), cpu, new Vcpu(CI, 1))))
        .containsExactly(new Vcpu(CI, 1));
    assertThat(SelectionRange.banded(List.of(core(1), cpu))).containsExactly(cpu);
  }

  private static Item core(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.CORE, logical));
  }
}
