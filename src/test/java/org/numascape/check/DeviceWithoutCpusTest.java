package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class DeviceWithoutCpusTest {

  @Test
  void aDeviceOnAMemoryNodeWantsACellOfItsOwn() {
    var design =
        Designs.of(MoreHosts.deviceOnMemoryNode(), Guests.domain("a").device("0000:17:00.0"));

    assertThat(Findings.only(design, "D-14").message())
        .isEqualTo("0000:17:00.0 is on node 2, which has no CPUs");
  }

  @Test
  void aNodeWithCpusIsRight() {
    Findings.none(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:81:00.0")), "D-14");
  }
}
