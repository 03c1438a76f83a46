package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.topology.PageSize;

final class PoolStarvesNodeTest {

  @Test
  void aPoolThatTakesTheNodeIsLowered() {
    var design =
        new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 32_000))
            .applyTo(Designs.of(Hosts.fourNodes()));

    var problem = Findings.only(design, "H-14");

    assertThat(problem.message()).isEqualTo("The pools of node 2 take 62.5 GiB of 64 GiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void nineTenthsAreRight() {
    Findings.none(Designs.of(Hosts.fourNodes()), "H-14");
  }
}
