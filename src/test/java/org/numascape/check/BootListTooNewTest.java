package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.Edit;
import org.numascape.design.PoolPlan;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.PageSize;

final class BootListTooNewTest {

  private static Design planned(HostTopology host, String release, PageSize size, long pages) {
    var told =
        host.with(
            HostFacts.NONE.withInfos(Map.of(host.machine().id(), Map.of("OSRelease", release))));
    return new Edit.PlanPool(new PoolPlan(0, size, pages)).applyTo(Designs.of(told));
  }

  @Test
  void anOldKernelReservesPagesForTheWholeHostOnly() {
    var design = planned(Hosts.twoSockets(), "5.10.0-28-amd64", PageSize.ONE_GIB, 8);

    var problem = Findings.only(design, "H-11");

    assertThat(problem.message())
        .isEqualTo(
            "The kernel 5.10.0-28-amd64 ignores hugepages=NODE:COUNT, which the plan for node 0"
                + " needs at boot");
    assertThat(problem.fixes()).isEmpty();
  }

  @Test
  void fromFiveSixteenOnItKnowsNodes() {
    Findings.only(planned(Hosts.twoSockets(), "5.15.0", PageSize.ONE_GIB, 8), "H-11");
    Findings.only(planned(Hosts.twoSockets(), "4.18.0", PageSize.ONE_GIB, 8), "H-11");
    Findings.none(planned(Hosts.twoSockets(), "5.16.0", PageSize.ONE_GIB, 8), "H-11");
    Findings.none(planned(Hosts.twoSockets(), "6.1.0", PageSize.ONE_GIB, 8), "H-11");
    Findings.none(planned(Hosts.twoSockets(), "unknown", PageSize.ONE_GIB, 8), "H-11");
  }

  @Test
  void smallPagesAreAllocatedAtRunTimeAndOneNodeIsTheWholeHost() {
    Findings.none(planned(Hosts.twoSockets(), "5.10.0", PageSize.TWO_MIB, 8), "H-11");
    Findings.only(planned(Hosts.twoSockets(), "5.10.0", PageSize.TWO_MIB, 31_000), "H-11");
    Findings.none(planned(Hosts.oneNode(), "5.10.0", PageSize.ONE_GIB, 8), "H-11");
    Findings.none(
        new Edit.PlanPool(new PoolPlan(0, PageSize.ONE_GIB, 8))
            .applyTo(Designs.of(Hosts.twoSockets())),
        "H-11");
  }
}
