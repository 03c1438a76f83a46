package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.PageSize;

final class UnlikePagesTest {

  @Test
  void pagesTheHostDoesNotKnowAreReplaced() {
    var design =
        Designs.of(
            MoreHosts.lopsided(), Guests.domain("a").strict("0").hugePages(PageSize.ONE_GIB));

    var problem = Findings.only(design, "H-05");

    assertThat(problem.message()).isEqualTo("It wants pages of 1 GiB, the host offers 2 MiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aHostThatTellsNoPoolsMayHaveAny() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").hugePages(PageSize.ONE_GIB)), "H-05");
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").hugePages(PageSize.ONE_GIB)), "H-05");
  }

  @Test
  void aPoolThatIsTooSmallIsNotProposed() {
    var design =
        Designs.of(
            MoreHosts.lopsided(),
            Guests.domain("a").memoryGib(4).strict("0").hugePages(PageSize.ONE_GIB));

    assertThat(Findings.only(design, "H-05").fixes()).isEmpty();
  }
}
