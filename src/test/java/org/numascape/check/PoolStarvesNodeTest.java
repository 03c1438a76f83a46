package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.design.Thresholds;
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

  private static Design pool(int node, long pages, Guests... guests) {
    return new Edit.PlanPool(new PoolPlan(node, PageSize.TWO_MIB, pages))
        .applyTo(Designs.of(Hosts.fourNodes(), guests));
  }

  @Test
  void thePoolIsLoweredToTheShareAndNotBelowWhatGuestsWant() {
    assertThat(Findings.labels(Findings.only(pool(2, 32_000), "H-14")))
        .containsExactly("Shrink the pool on node 2 to 29,491 pages");
    assertThat(
            Findings.only(
                    pool(
                        2,
                        32_000,
                        Guests.domain("a").memoryGib(60).hugePages(PageSize.TWO_MIB).strict("2")),
                    "H-14")
                .fixes())
        .isEmpty();
  }

  @Test
  void exactlyTheShareIsRight() {
    var half = new Edit.SetThresholds(new Thresholds(0, 0, 0, 0, 50, 0, 1));
    var empty = half.applyTo(Designs.of(Hosts.twoSockets()));

    var exact = new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, 16_384)).applyTo(empty);
    var above = new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, 16_385)).applyTo(empty);

    Findings.none(exact, "H-14");
    assertThat(Findings.of(above, "H-14")).hasSize(1);
  }

  @Test
  void aNodeWithoutMemoryHasNothingToTake() {
    Findings.none(
        new Edit.PlanPool(new PoolPlan(1, PageSize.TWO_MIB, 1))
            .applyTo(Designs.of(MoreHosts.lopsided())),
        "H-14");
  }
}
