package org.numascape.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.design.PoolPlan;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class BudgetTest {

  private static final long GIB = 1_048_576;

  @Test
  void memoryIsPlannedNodeByNode() {
    var memory = Analysis.of(Designs.pictured()).memory();

    assertThat(memory.nodes().values())
        .extracting(NodeMemory::plannedKib)
        .containsExactly(32 * GIB, 16 * GIB, 56 * GIB, 32 * GIB);
  }

  @Test
  void hugePagesAreCountedPerNodeNotPerHost() {
    var pages = Analysis.of(Designs.pictured()).hugePages();

    assertThat(pages.pool(2, PageSize.TWO_MIB).orElseThrow().shortfall()).isEqualTo(4_096);
    assertThat(pages.pool(3, PageSize.TWO_MIB).orElseThrow().shortfall()).isZero();
    assertThat(pages.pool(0, PageSize.ONE_GIB).orElseThrow().spare()).isEqualTo(8);
  }

  @Test
  void aRunningGuestIsNotCountedTwice() {
    var pool = Analysis.of(Designs.pictured()).hugePages().pool(1, PageSize.ONE_GIB).orElseThrow();

    assertThat(pool.free()).hasValue(0);
    assertThat(pool.needed()).isEqualTo(16);
    assertThat(pool.shortfall()).isZero();
  }

  @Test
  void aPlannedPoolReplacesTheHosts() {
    var design = Designs.pictured().withPool(new PoolPlan(2, PageSize.TWO_MIB, 16_384));

    var pool = Analysis.of(design).hugePages().pool(2, PageSize.TWO_MIB).orElseThrow();

    assertThat(pool.planned()).isTrue();
    assertThat(pool.shortfall()).isZero();
  }

  @Test
  void whatALaneTakesOfAPoolIsNotThereForGuests() {
    var lane =
        new Lane(
            "SPDK",
            LaneKind.SPDK,
            CpuSet.EMPTY,
            Map.of(),
            List.of(new Lane.Pages(0, PageSize.ONE_GIB, 10)));

    var facts = Analysis.of(Designs.pictured().withLane(lane));

    var pool = facts.hugePages().pool(0, PageSize.ONE_GIB).orElseThrow();
    assertThat(pool.forGuests()).isEqualTo(30);
    assertThat(pool.needed()).isEqualTo(42);
    assertThat(pool.shortfall()).isEqualTo(2);
    assertThat(facts.memory().node(0).orElseThrow().committedKib())
        .as("the pool is too small for both")
        .isEqualTo(42 * GIB);
  }

  @Test
  void severalNodesShareACellEvenlyAndItIsMarkedAsEstimated() {
    var memory =
        Analysis.of(Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(8).strict("0-1")))
            .memory();

    assertThat(memory.node(1).orElseThrow().shares().getFirst().kib()).isEqualTo(4 * GIB);
    assertThat(memory.node(1).orElseThrow().shares().getFirst().estimated()).isTrue();
  }

  @Test
  void unboundMemoryFloats() {
    var memory =
        Analysis.of(Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(8))).memory();

    assertThat(memory.floating()).extracting(MemoryShare::kib).containsExactly(8 * GIB);
    assertThat(memory.node(0).orElseThrow().plannedKib()).isZero();
  }

  @Test
  void defaultHugePagesAreTheHostsSmallestUnlessItHas2Mib() {
    var design =
        Designs.of(
            Hosts.fourNodes(), Guests.domain("a").memoryGib(2).defaultHugePages().strict("0"));

    var pages = Analysis.of(design).hugePages();

    assertThat(pages.defaultSize()).isEqualTo(PageSize.TWO_MIB);
    assertThat(pages.pool(0, PageSize.TWO_MIB).orElseThrow().needed()).isEqualTo(1_024);
  }

  @Test
  void guestsInAPoolAndThePoolAreNotAddedUp() {
    var node = Analysis.of(Designs.pictured()).memory().node(0).orElseThrow();

    assertThat(node.committedKib()).isEqualTo(40 * GIB);
    assertThat(node.overKib()).isZero();
  }

  @Test
  void aNodeTakesACellOnlyWithRoomInNodeAndPool() {
    var facts = Analysis.of(Designs.pictured());
    var large = facts.memoryOf(new DomainId("large-vm"), 1).orElseThrow();
    var build = facts.memoryOf(new DomainId("build-ci"), 0).orElseThrow();

    assertThat(facts.takes(large, 2)).isFalse();
    assertThat(facts.takes(large, 3)).isTrue();
    assertThat(facts.takes(build, 1)).isTrue();
    assertThat(facts.takes(build, 9)).isFalse();
  }
}
