package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
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
}
