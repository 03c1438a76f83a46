package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;

final class AnalysisTest {

  private final Analysis pictured = Analysis.of(Designs.pictured());

  @Test
  void localityOfTheWholeHostIsTheShareOfVcpusWithTheirMemoryOnTheirNode() {
    var locality = pictured.locality();

    assertThat(locality.orElseThrow()).isCloseTo(28.0 / 34, within(1e-9));
  }

  @Test
  void localityIsUnknownWhileNothingIsPlaced() {
    var facts = Analysis.of(Designs.of(Hosts.fourNodes(), Guests.domain("new").vcpus(4)));

    assertThat(facts.locality()).isEmpty();
    assertThat(facts.remoteFlows()).isEmpty();
  }

  @Test
  void theOnlyArcOfThePictureGoesFromNode1ToNode2() {
    var arcs = pictured.remoteFlows();

    assertThat(arcs).hasSize(1);
    assertThat(arcs.getFirst().domain()).isEqualTo(new DomainId("build-ci"));
    assertThat(List.of(arcs.getFirst().fromNode(), arcs.getFirst().toNode())).containsExactly(1, 2);
    assertThat(arcs.getFirst().share()).isEqualTo(1);
    assertThat(arcs.getFirst().distance()).hasValue(32);
    assertThat(arcs.getFirst().factor()).isCloseTo(2.1, within(1e-9));
  }

  @Test
  void classesFollowFromThePins() {
    var host = Hosts.fourNodes();
    var facts =
        Analysis.of(
            Designs.of(
                host,
                Guests.domain("exact").vcpus(2).pinnedTo("2,3"),
                Guests.domain("in-core").vcpus(2).allPinned("4,36"),
                Guests.domain("set").vcpus(2).allPinned("8-11"),
                Guests.domain("half").vcpus(2).pinned(0, "12"),
                Guests.domain("rt").vcpus(1).pinnedTo("13").fifo()));

    assertThat(facts.guests().values())
        .extracting(GuestFacts::guestClass)
        .containsExactly(
            GuestClass.DEDICATED,
            GuestClass.DEDICATED,
            GuestClass.SHARED,
            GuestClass.SHARED,
            GuestClass.REAL_TIME);
  }

  @Test
  void reachIsWherePinnedVcpusRunAndMemoryIsBound() {
    var reach = pictured.reach(new DomainId("build-ci"));

    assertThat(reach.cpus()).isEqualTo(CpuSet.parse("13-15,45-47"));
    assertThat(reach.cpuNodes()).isEqualTo(NodeSet.of(1));
    assertThat(reach.memoryNodes()).isEqualTo(NodeSet.of(2));
  }

  @Test
  void siblingsOfRealTimeVcpusAreKeptIdleButNotThoseOfOthers() {
    var occupancy = pictured.occupancy();

    assertThat(occupancy.keptIdle()).isEqualTo(CpuSet.parse("41-44"));
    assertThat(occupancy.idleSibling(42)).hasValue(new Item.Vcpu(new DomainId("rt-app"), 1));
    assertThat(occupancy.taken().size()).isEqualTo(34);
    assertThat(occupancy.reserved()).isEqualTo(CpuSet.parse("0-1,32-33"));
  }
}
