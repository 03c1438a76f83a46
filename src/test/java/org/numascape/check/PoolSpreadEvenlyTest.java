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
import org.numascape.topology.PageSize;

final class PoolSpreadEvenlyTest {

  private static Design pools(Design design, long node0, long node1) {
    var one = new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, node0)).applyTo(design);
    return new Edit.PlanPool(new PoolPlan(1, PageSize.TWO_MIB, node1)).applyTo(one);
  }

  private static Guests bound(String name, String node, long gib) {
    return Guests.domain(name).memoryGib(gib).strict(node).hugePages(PageSize.TWO_MIB);
  }

  @Test
  void eightThousandPagesOnTwoNodesDoNotServeSixteenGibOnOne() {
    var design = pools(Designs.of(Hosts.twoSockets(), bound("a", "0", 16)), 4_096, 4_096);

    var problem = Findings.only(design, "H-03");

    assertThat(problem.message())
        .isEqualTo(
            "Each of 2 nodes has 4,096 pages of 2 MiB, as one number for the whole host spreads"
                + " them; node 0 is 4,096 short, though together they have enough");
    assertThat(Findings.labels(problem)).containsExactly("Plan 8,192 on node 0, 0 on node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whatIsLeftOverIsSharedOut() {
    var design = pools(Designs.of(Hosts.twoSockets(), bound("a", "0", 8)), 3_001, 3_000);

    var problem = Findings.only(design, "H-03");

    assertThat(problem.message())
        .endsWith("node 0 is 1,095 short, though together they have enough");
    assertThat(Findings.labels(problem)).containsExactly("Plan 5,049 on node 0, 952 on node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void poolsThatWereSetNodeByNodeOrAreShortInAllAreOtherProblems() {
    Findings.none(pools(Designs.of(Hosts.twoSockets(), bound("a", "0", 16)), 4_096, 4_098), "H-03");
    Findings.none(pools(Designs.of(Hosts.twoSockets(), bound("a", "0", 17)), 4_096, 4_096), "H-03");
    Findings.none(
        pools(Designs.of(Hosts.twoSockets(), bound("a", "0-1", 16)), 4_096, 4_096), "H-03");
    Findings.none(pools(Designs.of(Hosts.twoSockets(), bound("a", "0", 8)), 4_096, 4_096), "H-03");
    Findings.none(Designs.of(Hosts.twoSockets(), bound("a", "0", 8)), "H-03");
  }

  @Test
  void nodesWithoutMemoryHaveNoPool() {
    var one =
        new Edit.PlanPool(new PoolPlan(0, PageSize.TWO_MIB, 2_048))
            .applyTo(Designs.of(MoreHosts.lopsided(), bound("a", "0", 6)));
    var design = new Edit.PlanPool(new PoolPlan(2, PageSize.TWO_MIB, 2_048)).applyTo(one);

    assertThat(Findings.only(design, "H-03").message()).startsWith("Each of 2 nodes has 2,048");
  }

  @Test
  void onePageOnOneNodeIsNoEvenSpreadAndAFreeChoiceOfNodesIsNoCertainNeed() {
    Findings.none(
        pools(
            Designs.of(
                Hosts.twoSockets(),
                bound("a", "1", 1)
                    .with(domain -> domain.withMemory(domain.memory().withKib(2_048)))),
            1,
            0),
        "H-03");
    Findings.none(
        pools(
            Designs.of(Hosts.twoSockets(), bound("free", "0-1", 8), bound("a", "0", 6)),
            4_096,
            4_096),
        "H-03");
  }
}
