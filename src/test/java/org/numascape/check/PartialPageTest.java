package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class PartialPageTest {

  @Test
  void aCellOfAnOddSizeIsRefused() {
    var odd =
        Guests.domain("a")
            .hugePages(PageSize.TWO_MIB)
            .with(domain -> domain.withMemory(domain.memory().withKib(1_048_576 + 1_024)));

    var design = Designs.of(Hosts.twoSockets(), odd);
    var problem = Findings.only(design, "H-04");

    Findings.everyFixResolves(design, problem);

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).contains("is no multiple of 2 MiB");
  }

  @Test
  void wholePagesAreRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").hugePages(PageSize.TWO_MIB)), "H-04");
  }

  @Test
  void theNextWholeSizeIsTold() {
    var odd =
        Guests.domain("a")
            .hugePages(PageSize.ONE_GIB)
            .with(domain -> domain.withMemory(domain.memory().withKib(3 * 1_048_576 + 1_024)));

    assertThat(Findings.only(Designs.of(Hosts.twoSockets(), odd), "H-04").message())
        .endsWith("is no multiple of 1 GiB; the next is 4 GiB");
  }
}
