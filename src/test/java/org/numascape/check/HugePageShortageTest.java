package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DesignEdit;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class HugePageShortageTest {

  @Test
  void theMessageTellsPagesAndGib() {
    var design = Designs.pictured();

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message())
        .isEqualTo(
            "Cell 0 needs 16,384 pages of 2 MiB on node 2, the pool has 12,288: 4,096 short (8"
                + " GiB)");
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(Findings.labels(problem)).contains("Grow the pool on node 2 to 16,384 pages");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whoHoldsThePagesIsNamedAndTheRunningGuestIsNotTheLoser() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("new").memoryGib(16).hugePages(PageSize.TWO_MIB).strict("2"),
            Guests.domain("old").memoryGib(16).hugePages(PageSize.TWO_MIB).strict("2").running());

    var problem = Findings.only(design, "H-10");

    assertThat(problem.domain()).contains(new DomainId("new"));
    assertThat(problem.message())
        .isEqualTo(
            "Its memory needs 8,192 pages of 2 MiB on node 2 beside 8,192 of old,"
                + " the pool has 12,288: 4,096 short (8 GiB)");
    assertThat(Findings.labels(problem))
        .containsExactly("Grow the pool on node 2 to 16,384 pages", "Move cell 0 of new to node 3");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aPoolThatIsNotThereHasNoPages() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(4).hugePages(PageSize.ONE_GIB).strict("1"));

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message())
        .isEqualTo("Its memory needs 4 pages of 1 GiB on node 1, the pool has 0: 4 short (4 GiB)");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void preferredMemoryMaySpillSoItIsAWarning() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .memoryGib(32)
                .hugePages(PageSize.TWO_MIB)
                .memory(MemoryMode.PREFERRED, "2"));

    assertThat(Findings.only(design, "H-02").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void noPoolIsGrownBeyondItsNode() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(65).hugePages(PageSize.ONE_GIB).strict("1"));

    assertThat(Findings.only(design, "H-02").fixes()).isEmpty();
  }

  @Test
  void runningGuestsThatHoldAllPagesAreFine() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .memoryGib(16)
                .hugePages(PageSize.ONE_GIB)
                .strict("1")
                .pinnedTo("8")
                .running());

    assertThat(Findings.of(design, "H-02")).isEmpty();
  }

  @Test
  void guestsThatNeverRunTogetherNeedTheirPagesOneByOne() {
    var one = Guests.domain("a").memoryGib(12).hugePages(PageSize.ONE_GIB).strict("1");
    var other = Guests.domain("b").memoryGib(16).hugePages(PageSize.ONE_GIB).strict("1");
    var design = Designs.of(Hosts.fourNodes(), one, other);

    assertThat(Findings.of(design, "H-10")).hasSize(1);
    Findings.none(Findings.exclusive(design, "a", "b"), "H-10");
  }

  @Test
  void ofThoseTheOneThatWantsMostCounts() {
    var one = Guests.domain("a").memoryGib(12).hugePages(PageSize.ONE_GIB).strict("1");
    var other = Guests.domain("b").memoryGib(14).hugePages(PageSize.ONE_GIB).strict("1");
    var third = Guests.domain("c").memoryGib(4).hugePages(PageSize.ONE_GIB).strict("1");
    var design = Findings.exclusive(Designs.of(Hosts.fourNodes(), one, other, third), "a", "b");

    assertThat(Findings.only(design, "H-10").message())
        .isEqualTo(
            "Its memory needs 4 pages of 1 GiB on node 1 beside 14 of b, the pool has 16: 2 short (2 GiB)");
  }

  @Test
  void theFirstForWhomNothingIsLeftIsToldAndAllWhoWantPagesAreLitUp() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").memoryGib(16).hugePages(PageSize.ONE_GIB).strict("1"),
            Guests.domain("b").memoryGib(4).hugePages(PageSize.ONE_GIB).strict("1"),
            Guests.domain("c").memoryGib(2).hugePages(PageSize.ONE_GIB).strict("1"));

    var problem = Findings.only(design, "H-10");

    assertThat(problem.domain()).contains(new DomainId("b"));
    assertThat(problem.where())
        .containsExactly(
            new Item.NodeMemory(1),
            new Item.Cell(new DomainId("b"), 0),
            new Item.Cell(new DomainId("a"), 0),
            new Item.Cell(new DomainId("c"), 0));
  }

  @Test
  void theLoserMovesOnlyWhereThatIsEnough() {
    var first = Guests.domain("a").memoryGib(12).hugePages(PageSize.ONE_GIB).strict("1");
    var second = Guests.domain("b").memoryGib(12).hugePages(PageSize.ONE_GIB).strict("1");
    var third = Guests.domain("c").hugePages(PageSize.ONE_GIB).strict("1");
    var enough = Designs.of(Hosts.fourNodes(), first, second, third.memoryGib(4));
    var tooMany = Designs.of(Hosts.fourNodes(), first, second, third.memoryGib(5));

    assertThat(Findings.labels(Findings.only(enough, "H-10")))
        .containsExactly("Grow the pool on node 1 to 28 pages", "Move cell 0 of b to node 0");
    assertThat(Findings.labels(Findings.only(tooMany, "H-10")))
        .containsExactly("Grow the pool on node 1 to 29 pages");
  }

  @Test
  void whatLanesTakeOfThePoolIsToldAndThePoolGrowsByIt() {
    var pages = new Lane.Pages(1, PageSize.ONE_GIB, 4);
    var lane = new Lane("spdk", LaneKind.SPDK, CpuSet.EMPTY, Map.of(), List.of(pages));
    var design =
        new DesignEdit.KeepLane(lane)
            .applyTo(
                Designs.of(
                    Hosts.fourNodes(),
                    Guests.domain("a").memoryGib(14).hugePages(PageSize.ONE_GIB).strict("1")));

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message())
        .isEqualTo(
            "Its memory needs 14 pages of 1 GiB on node 1, the pool has 16, 4 of them kept by"
                + " lanes: 2 short (2 GiB)");
    assertThat(Findings.labels(problem))
        .containsExactly("Grow the pool on node 1 to 18 pages", "Move cell 0 of a to node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void onePageIsSaidInTheSingular() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(1).hugePages(PageSize.ONE_GIB).strict("1"));

    assertThat(Findings.only(design, "H-02").message()).startsWith("Its memory needs 1 page of");
  }
}
