package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class DeviceNowhereTest {

  @Test
  void aDeviceOnNodeMinusOneIsTold() {
    var design = Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:05:00.0"));

    assertThat(Findings.only(design, "D-05").message())
        .isEqualTo("0000:05:00.0 does not say which node it is on");
  }

  @Test
  void onAHostWithOneNodeThereIsNoQuestion() {
    Findings.none(
        Designs.of(MoreHosts.oneNodeWithDevice(), Guests.domain("a").device("0000:05:00.0")),
        "D-05");
    Findings.none(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:81:00.0")), "D-05");
  }
}
