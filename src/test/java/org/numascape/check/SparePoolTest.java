package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class SparePoolTest {

  @Test
  void pagesThatNobodyWantsAreReleased() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").memoryGib(4).strict("2").hugePages(PageSize.TWO_MIB));

    var problem =
        Findings.of(design, "H-13").stream()
            .filter(p -> p.message().contains("node 2"))
            .findFirst()
            .orElseThrow();

    assertThat(problem.message())
        .isEqualTo("10,240 pages of 2 MiB on node 2 (20 GiB) are wanted by nobody");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aPoolInUseOrAHostWithoutGuestsIsRight() {
    Findings.none(Designs.of(Hosts.fourNodes()), "H-13");
    assertThat(
            Findings.of(
                Designs.of(
                    Hosts.fourNodes(),
                    Guests.domain("a").memoryGib(20).strict("2").hugePages(PageSize.TWO_MIB)),
                "H-13"))
        .noneMatch(problem -> problem.message().contains("node 2"));
  }
}
