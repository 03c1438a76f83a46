package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.CpuSet;

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

  @Test
  void aDeviceAsNearToAllNodesSaysNoMoreThanOneThatSaysNothing() {
    var everywhere =
        MoreHosts.with(
            Hosts.fourNodes(),
            MoreHosts.device(8, "0000:21:00.0", 0x0200, -1, CpuSet.range(0, 63)));
    var half =
        MoreHosts.with(
            Hosts.fourNodes(),
            MoreHosts.device(8, "0000:21:00.0", 0x0200, -1, CpuSet.parse("0-15,32-47")));

    assertThat(
            Findings.of(Designs.of(everywhere, Guests.domain("a").device("0000:21:00.0")), "D-05"))
        .hasSize(1);
    Findings.none(Designs.of(half, Guests.domain("a").device("0000:21:00.0")), "D-05");
  }

  @Test
  void aNodeThatIsNotThereSaysNothing() {
    var host =
        MoreHosts.with(
            Hosts.fourNodes(), MoreHosts.device(8, "0000:21:00.0", 0x0200, 7, CpuSet.EMPTY));

    assertThat(Findings.of(Designs.of(host, Guests.domain("a").device("0000:21:00.0")), "D-05"))
        .hasSize(1);
  }
}
