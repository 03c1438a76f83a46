package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class DevicesApartTest {

  @Test
  void anAcceleratorAndItsNetworkAdapterBelongTogether() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:17:00.0").device("0000:81:00.0"));

    assertThat(Findings.only(design, "D-12").message()).isEqualTo("Its devices are on nodes 0-1");
  }

  @Test
  void onOneNodeTheyAreRight() {
    Findings.none(
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:98:00.0").device("0000:81:00.0")),
        "D-12");
  }
}
