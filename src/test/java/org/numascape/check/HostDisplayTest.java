package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class HostDisplayTest {

  @Test
  void theIntegratedDisplayIsTheHostsConsole() {
    assertThat(
            Findings.only(
                    Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:00:02.0")),
                    "D-10")
                .message())
        .isEqualTo("It is given 0000:00:02.0, where integrated displays are");
  }

  @Test
  void otherAdaptersAreRight() {
    Findings.none(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:17:00.0")), "D-10");
  }
}
