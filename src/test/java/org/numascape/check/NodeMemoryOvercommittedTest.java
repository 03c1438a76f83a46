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

final class NodeMemoryOvercommittedTest {

  @Test
  void theMessageTellsWhoWantsWhat() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(40).pinnedTo("0").strict("0"),
            Guests.domain("b").memoryGib(32).pinnedTo("1").strict("0"));

    var problem = Findings.only(design, "N-17");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("Node 0 has 64 GiB, 72 GiB are wanted (a 40 GiB, b 32 GiB): 8 GiB too much");
    assertThat(Findings.labels(problem))
        .containsExactly("Move cell 0 of b and its vCPUs to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aPoolLargerThanNeededShrinks() {
    var design =
        Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(32).pinnedTo("2").strict("0"));

    var problem = Findings.only(design, "N-17");

    assertThat(problem.message()).contains("pool of 1 GiB pages 40 GiB");
    assertThat(Findings.labels(problem)).contains("Shrink the pool on node 0 to 0 pages");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestInAPoolIsNotToldASecondTimeAsPool() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("in-pool").memoryGib(32).strict("0").hugePages(PageSize.ONE_GIB),
            Guests.domain("beside").memoryGib(30).strict("0"));

    assertThat(Findings.only(design, "N-17").message())
        .isEqualTo(
            "Node 0 has 64 GiB, 70 GiB are wanted (in-pool 32 GiB, beside 30 GiB, rest of the pool"
                + " of 1 GiB pages 8 GiB): 6 GiB too much");
  }

  @Test
  void aPoolThatIsTooSmallIsNotToldBesideWhoWantsMore() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("large").memoryGib(66).strict("0").hugePages(PageSize.ONE_GIB));

    assertThat(Findings.only(design, "N-17").message())
        .isEqualTo("Node 0 has 64 GiB, 66 GiB are wanted (large 66 GiB): 2 GiB too much");
  }

  @Test
  void memoryThatMaySpillIsAWarning() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").memoryGib(65).memory(MemoryMode.PREFERRED, "0"));

    assertThat(Findings.only(design, "N-17").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aNodeFilledToTheLastByteIsNotOvercommitted() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(40).strict("0"),
            Guests.domain("b").memoryGib(24).strict("0"),
            Guests.domain("floating").memoryGib(500));

    assertThat(Findings.of(design, "N-17")).isEmpty();
  }

  @Test
  void guestsThatNeverRunTogetherDoNotAddUp() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(40).strict("0"),
            Guests.domain("b").memoryGib(40).strict("0"));

    assertThat(Findings.of(design, "N-17")).hasSize(1);
    Findings.none(Findings.exclusive(design, "a", "b"), "N-17");
  }

  @Test
  void ofThoseTheOneThatWantsMostCounts() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(40).strict("0"),
            Guests.domain("b").memoryGib(50).strict("0"),
            Guests.domain("c").memoryGib(16).strict("0"));

    var problem = Findings.only(Findings.exclusive(design, "a", "b"), "N-17");

    assertThat(problem.message())
        .isEqualTo("Node 0 has 64 GiB, 66 GiB are wanted (b 50 GiB, c 16 GiB): 2 GiB too much");
  }

  @Test
  void theCellsOfAGuestAreToldAsOne() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).cell("0", 40).cell("1", 40).strict("0"));

    assertThat(Findings.only(design, "N-17").message()).contains("(a 80 GiB)");
  }

  @Test
  void theLastGuestIsToldAndTheNodeAndAllCellsAreLitUpLargestFirst() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("small").memoryGib(30).strict("0"),
            Guests.domain("large").memoryGib(36).strict("0"));

    var problem = Findings.only(design, "N-17");

    assertThat(problem.domain()).contains(new DomainId("large"));
    assertThat(problem.where())
        .containsExactly(
            new Item.NodeMemory(0),
            new Item.Cell(new DomainId("large"), 0),
            new Item.Cell(new DomainId("small"), 0));
  }

  @Test
  void theSmallestCellThatIsEnoughMoves() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("large").memoryGib(40).strict("0"),
            Guests.domain("fits").memoryGib(32).strict("0"),
            Guests.domain("small").memoryGib(8).strict("0"));

    assertThat(Findings.labels(Findings.only(design, "N-17")))
        .containsExactly("Move cell 0 of fits to node 1");
  }

  @Test
  void aPoolShrinksOnlyWhereThatIsEnough() {
    var enough = Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(64).strict("0"));
    var tooLittle = Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(65).strict("0"));

    assertThat(Findings.only(enough, "N-17").message())
        .isEqualTo(
            "Node 0 has 64 GiB, 104 GiB are wanted (a 64 GiB, pool of 1 GiB pages 40 GiB): 40 GiB"
                + " too much");
    assertThat(Findings.labels(Findings.only(enough, "N-17")))
        .contains("Shrink the pool on node 0 to 0 pages");
    assertThat(Findings.only(tooLittle, "N-17").fixes()).isEmpty();
  }

  @Test
  void aPoolThatIsUsedUpIsNotToldBesideWhoUsesIt() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("in-pool").memoryGib(40).strict("0").hugePages(PageSize.ONE_GIB),
            Guests.domain("beside").memoryGib(30).strict("0"));

    assertThat(Findings.only(design, "N-17").message())
        .contains("(in-pool 40 GiB, beside 30 GiB): 6 GiB too much");
  }

  @Test
  void whatLanesKeepIsToldAsOne() {
    var pages = new Lane.Pages(0, PageSize.ONE_GIB, 4);
    var lane =
        new Lane("spdk", LaneKind.SPDK, CpuSet.EMPTY, Map.of(0, 2 * 1_048_576L), List.of(pages));
    var design =
        new DesignEdit.KeepLane(lane)
            .applyTo(Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(30).strict("0")));

    assertThat(Findings.only(design, "N-17").message())
        .isEqualTo(
            "Node 0 has 64 GiB, 72 GiB are wanted (a 30 GiB, lanes 6 GiB, rest of the pool of 1 GiB"
                + " pages 36 GiB): 8 GiB too much");
  }
}
