package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class AdjacentNumberingTest {

  @Test
  void aRangeOfAdjacentSiblingsIsHalfAsManyCores() {
    var design =
        Designs.of(
            MoreHosts.adjacentSiblings(),
            Guests.domain("a").vcpus(4).allPinnedOneToOne("4-7").emulator("0"));

    var problem = Findings.only(design, "P-07");

    assertThat(problem.message()).isEqualTo("CPUs 4-7 are 2 cores here, not 4");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whereSiblingsAreFarApartARangeIsCores() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).allPinnedOneToOne("4-7")),
        "P-07");
  }
}
