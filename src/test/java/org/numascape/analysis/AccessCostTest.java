package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.AccessPattern;
import org.numascape.design.CostEdit;
import org.numascape.design.DomainId;
import org.numascape.design.MeasuredLatency;
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

  @Test
  void softwareThatKnowsNumaMixesNineOfTenOwnAccessesWithUniformOnes() {
    var cost = cost(Hosts.twoSockets(), twoCellsAtHome());

    assertThat(cost.under(AccessPattern.OWN_CELL).factor()).isCloseTo(1, within(1e-9));
    assertThat(cost.under(AccessPattern.UNIFORM).factor()).isCloseTo(1.275, within(1e-9));
    assertThat(cost.under(AccessPattern.AWARE).factor()).isCloseTo(1.0275, within(1e-9));
  }

  @Test
  void aDesignRemembersHowAGuestIsTakenToUseItsCells() {
    var before = Designs.of(Hosts.twoSockets(), twoCellsAtHome());
    var assumed = new CostEdit.Assume(new DomainId("a"), AccessPattern.UNIFORM);

    var facts = Analysis.of(before).after(assumed.applyTo(before));

    assertThat(facts.expected(new DomainId("a")).orElseThrow().words()).isEqualTo("≈ ×1.3");
    assertThat(assumed.label(before)).isEqualTo("Take a's accesses as: all memory alike");
  }

  @Test
  void measuredLatenciesChangeTheFactsOfEveryGuestAtOnce() {
    var before = Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("0").strict("1"));
    var measured = new MeasuredLatency(Map.of(0, Map.of(0, 78.0, 1, 143.0)), "table", "t.csv", "");

    var facts =
        Analysis.of(before)
            .after(new CostEdit.Measure(Optional.of(measured), Optional.empty()).applyTo(before));

    var cost = facts.cost(new DomainId("a")).orElseThrow();
    assertThat(cost.ownCell().ns()).isEqualTo(143);
    assertThat(cost.ownCell().words()).isEqualTo("≈ ×1.8");
    assertThat(cost.provenance()).isEqualTo(Provenance.MEASURED);
  }

  @Test
  void slowerIsTheShareOfWaitingTimesTheExcess() {
    var one = new Estimate(110.5, 110.5, 110.5, 78, 0.5);
    var open = new Estimate(110, 78, 143, 78, 0.5);

    assertThat(one.slower(0.2)).isEqualTo("≈ +8 %");
    assertThat(one.slower(0.6)).isEqualTo("≈ +25 %");
    assertThat(one.slower(0)).isEqualTo("≈ 0 %");
    assertThat(open.slower(0.6)).isEqualTo("≈ 0 to +50 %");
  }

  @Test
  void timesHaveTwoSignificantDigits() {
    assertThat(new Estimate(143, 143, 143, 78, 1).nanoseconds()).isEqualTo("≈ 140 ns");
    assertThat(new Estimate(110, 78, 143, 78, 0.5).nanoseconds()).isEqualTo("≈ 78–140 ns");
  }

  private static Guests twoCellsAtHome() {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .memnode(0, "0")
        .memnode(1, "1")
        .pinnedTo("0," + Hosts.twoSockets().cpusOf(1).first().orElseThrow());
  }

  private static AccessCost cost(HostTopology host, Guests guest) {
    var design = Designs.of(host, guest);
    return Analysis.of(design).cost(new DomainId("a")).orElseThrow();
  }
}
