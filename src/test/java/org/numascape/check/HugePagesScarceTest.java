package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.PageSize;

final class HugePagesScarceTest {

  @Test
  void severalNodesTogetherMustHoldTheCell() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").memoryGib(60).hugePages(PageSize.TWO_MIB).strict("2-3"));

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message())
        .isEqualTo(
            "Its memory needs 30,720 pages of 2 MiB on nodes 2-3,"
                + " the pools have 28,672 to spare: 2,048 short (4 GiB)");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestBoundToNothingLooksAtEveryPool() {
    var design =
        Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(57).hugePages(PageSize.ONE_GIB));

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message()).contains("57 pages of 1 GiB on nodes 0-3", "1 short (1 GiB)");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void anUnevenPairOfPoolsThatHoldsTheCellIsFine() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").memoryGib(56).hugePages(PageSize.TWO_MIB).strict("2-3"));

    assertThat(Findings.of(design, "H-02")).isEmpty();
  }

  private static Problem scarce(String guest, Design design) {
    return Findings.of(design, "H-02").stream()
        .filter(problem -> problem.domain().equals(Optional.of(new DomainId(guest))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCellsWithOneNodeTakeIsNotToSpareAndAllNodesAreLitUp() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("one").memoryGib(8).hugePages(PageSize.TWO_MIB).strict("2"),
            Guests.domain("a").memoryGib(50).hugePages(PageSize.TWO_MIB).strict("2-3"));

    var problem = Findings.only(design, "H-02");

    assertThat(problem.message()).contains("the pools have 24,576 to spare: 1,024 short");
    assertThat(problem.where())
        .containsExactly(
            new Item.Cell(new DomainId("a"), 0), new Item.NodeMemory(2), new Item.NodeMemory(3));
  }

  @Test
  void aPoolThatIsShortItselfTakesNothingFromAnother() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("one").memoryGib(32).hugePages(PageSize.TWO_MIB).strict("2"),
            Guests.domain("a").memoryGib(34).hugePages(PageSize.TWO_MIB).strict("2-3"));

    assertThat(scarce("a", design).message())
        .contains("the pools have 16,384 to spare: 1,024 short");
  }

  @Test
  void thePoolOfTheFirstNodeWithRoomGrows() {
    var scarce = Guests.domain("a").memoryGib(60).hugePages(PageSize.TWO_MIB).strict("2-3");
    var normal = Guests.domain("normal").strict("2");
    var fits = Designs.of(Hosts.fourNodes(), scarce, normal.memoryGib(36));
    var full = Designs.of(Hosts.fourNodes(), scarce, normal.memoryGib(37));

    assertThat(Findings.labels(scarce("a", fits)))
        .containsExactly("Grow the pool on node 3 to 18,432 pages");
    assertThat(Findings.labels(scarce("a", full)))
        .containsExactly("Grow the pool on node 3 to 18,432 pages");
  }
}
