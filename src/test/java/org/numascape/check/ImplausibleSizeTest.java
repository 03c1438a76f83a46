package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class ImplausibleSizeTest {

  @Test
  void fourTebibytesWereMeantAsFourGibibytes() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 4_096).cell("1", 4_096));

    var problems = Findings.of(design, "N-06");

    Findings.everyFixResolves(design, problems.getFirst());

    assertThat(problems).hasSize(2);
    assertThat(problems.getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(problems.getFirst().message())
        .isEqualTo(
            "Cell 0 has 4 TiB, the host 128 GiB; with the unit one step smaller it were 4 GiB");
  }

  @Test
  void aGuestOfTheHostsSizeIsPlausible() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(128),
            Guests.domain("b").vcpus(2).cell("0", 1).cell("1", 60)),
        "N-06");
  }
}
