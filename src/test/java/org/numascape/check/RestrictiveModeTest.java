package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;

final class RestrictiveModeTest {

  @Test
  void restrictiveBesideStrictIsRefused() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0-1", 1)
                .strict("0")
                .memnode(0, MemoryMode.RESTRICTIVE, "0"));

    var problem = Findings.only(design, "N-21");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("Its memory is restrictive for some cells and strict for others");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aloneItIsAWarning() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memory(MemoryMode.RESTRICTIVE, "0"));

    assertThat(Findings.only(design, "N-21").severity()).isEqualTo(Severity.WARNING);
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").strict("0")), "N-21");
  }
}
