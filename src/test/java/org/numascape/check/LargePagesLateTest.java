package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.topology.PageSize;

final class LargePagesLateTest {

  @Test
  void growingAPoolOfLargePagesIsBestDoneAtBoot() {
    var design =
        new Edit.PlanPool(new PoolPlan(1, PageSize.ONE_GIB, 20))
            .applyTo(Designs.of(Hosts.fourNodes()));

    assertThat(Findings.only(design, "H-12").message())
        .isEqualTo("4 pages of 1 GiB more on node 1 may not be found in one piece");
  }

  @Test
  void shrinkingOrSmallerPagesAreRight() {
    var design = Designs.of(Hosts.fourNodes());

    Findings.none(new Edit.PlanPool(new PoolPlan(1, PageSize.ONE_GIB, 8)).applyTo(design), "H-12");
    Findings.none(
        new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 14_000)).applyTo(design), "H-12");
  }

  @Test
  void theSamePoolIsNoGrowth() {
    Findings.none(
        new Edit.PlanPool(new PoolPlan(1, PageSize.ONE_GIB, 16))
            .applyTo(Designs.of(Hosts.fourNodes())),
        "H-12");
  }
}
