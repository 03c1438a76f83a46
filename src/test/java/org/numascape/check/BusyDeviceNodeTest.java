package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class BusyDeviceNodeTest {

  @Test
  void likeDevicesOfAnIdleNodeAreTold() {
    var design =
        Designs.of(
            MoreHosts.twinAdapters(),
            Guests.domain("a").device("0000:17:00.0"),
            Guests.domain("b").device("0000:17:00.1"));

    assertThat(Findings.only(design, "D-13").message())
        .isEqualTo("a and b use devices of node 0, like ones of node 1 are free");
  }

  @Test
  void oneGuestEachIsRight() {
    Findings.none(
        Designs.of(
            MoreHosts.twinAdapters(),
            Guests.domain("a").device("0000:17:00.0"),
            Guests.domain("b").device("0000:81:00.0")),
        "D-13");
  }
}
