package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class RealTimeMemoryTest {

  @Test
  void whatIsMissingIsNamed() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("2").fifo().hugePages(PageSize.TWO_MIB));

    assertThat(Findings.only(design, "E-11").message())
        .isEqualTo("Its memory is not locked, may be merged with others'");
  }

  @Test
  void otherGuestsMayWait() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2")), "E-11");
  }
}
