package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class IsolatedIdleTest {

  @Test
  void isolatedCpusWithoutAGuestAreTold() {
    var design = Designs.of(MoreHosts.isolated("2-3"), Guests.domain("a").vcpus(1).pinnedTo("2"));

    assertThat(Findings.only(design, "P-19").message())
        .isEqualTo("The isolated CPU 3 is used by no guest");
  }

  @Test
  void usedOnesAndAnEmptyHostAreRight() {
    Findings.none(
        Designs.of(MoreHosts.isolated("2-3"), Guests.domain("a").vcpus(2).pinnedTo("2,3")), "P-19");
    Findings.none(Designs.of(MoreHosts.isolated("2-3")), "P-19");
  }
}
