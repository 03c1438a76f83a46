package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.HostTopology;

final class AccessCostTest {

  @Test
  void distance32MakesAnAccess2Point1TimesAsLong() {
    var cost = cost(Hosts.fourNodes(), Guests.domain("a").pinnedTo("8").strict("2"));

    assertThat(cost.ownCell().ns()).isCloseTo(210, within(1e-9));
    assertThat(cost.ownCell().localNs()).isCloseTo(100, within(1e-9));
    assertThat(cost.ownCell().words()).isEqualTo("≈ ×2.1");
    assertThat(cost.ownCell().remoteShare()).isEqualTo(1);
    assertThat(cost.worstDistance()).hasValue(32);
    assertThat(cost.settled()).isTrue();
  }

  @Test
  void interleaveOverTwoNodesIsHalfRemoteAndCertain() {
    var cost =
        cost(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("0").memory(MemoryMode.INTERLEAVE, "0-1"));

    assertThat(cost.ownCell().factor()).isCloseTo((1 + 1.55) / 2, within(1e-9));
    assertThat(cost.ownCell().open()).isFalse();
    assertThat(cost.localShare()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void strictOnTwoNodesLeavesTheOrderOpenAndGivesARange() {
    var cost = cost(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("0-1"));

    assertThat(cost.ownCell().lowFactor()).isCloseTo(1, within(1e-9));
    assertThat(cost.ownCell().highFactor()).isCloseTo(1.55, within(1e-9));
    assertThat(cost.ownCell().words()).isEqualTo("≈ ×1.0–1.6");
    assertThat(cost.settled()).isFalse();
  }

  @Test
  void floatingVcpusGiveARangeToo() {
    var cost = cost(Hosts.twoSockets(), Guests.domain("a").strict("0"));

    assertThat(cost.ownCell().open()).isTrue();
    assertThat(cost.ownCell().remoteShare()).isCloseTo(0.5, within(1e-9));
    assertThat(cost.settled()).isFalse();
  }

  @Test
  void memoryBoundToNothingLandsWhereATouchingThreadRuns() {
    var confined = cost(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").emulator("1"));
    var roaming = cost(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0"));

    assertThat(confined.ownCell().open()).isFalse();
    assertThat(roaming.ownCell().highFactor()).isCloseTo(1.55, within(1e-9));
  }

  @Test
  void softwareThatDoesNotKnowNumaPaysForTheOtherCell() {
    var cost =
        cost(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 4)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .pinnedTo("0,8"));

    assertThat(cost.ownCell().factor()).isCloseTo(1, within(1e-9));
    assertThat(cost.uniform().factor()).isCloseTo(1.275, within(1e-9));
  }

  @Test
  void oneCellCostsTheSameEitherWay() {
    var cost = cost(Hosts.fourNodes(), Guests.domain("a").pinnedTo("8").strict("2"));

    assertThat(cost.uniform()).isEqualTo(cost.ownCell());
  }

  @Test
  void aHostThatTellsNoDistancesHasThemAssumedOnlyWhereItMatters() {
    var one = cost(Hosts.oneNode(), Guests.domain("a").pinnedTo("0").strict("0"));

    assertThat(one.provenance()).isEqualTo(Provenance.FIRMWARE);
    assertThat(one.ownCell().words()).isEqualTo("≈ ×1.0");
  }

  @Test
  void aCellWithoutVcpusHasNoFlows() {
    var cost =
        cost(
            Hosts.twoSockets(),
            Guests.domain("a")
                .cell("0", 1)
                .cell("", 1)
                .memnode(0, "0")
                .memnode(1, "1")
                .pinnedTo("0"));

    assertThat(cost.cells().get(1).flows()).isEmpty();
    assertThat(cost.cells().get(1).localShare()).isEqualTo(1);
    assertThat(cost.ownCell().factor()).isCloseTo(1, within(1e-9));
  }

  private static AccessCost cost(HostTopology host, Guests guest) {
    var design = Designs.of(host, guest);
    return Analysis.of(design).cost(new DomainId("a")).orElseThrow();
  }
}
