package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.CpuSet;

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

  @Test
  void anAcceleratorOfEitherClassCountsAndTwoAdaptersDoNot() {
    var adapter = MoreHosts.device(0, "0000:17:00.0", 0x0200, 0, CpuSet.EMPTY);
    var other = MoreHosts.device(1, "0000:81:00.0", 0x0200, 1, CpuSet.EMPTY);
    var accelerator = MoreHosts.device(1, "0000:81:00.0", 0x1200, 1, CpuSet.EMPTY);
    var guest = Guests.domain("a").device("0000:17:00.0").device("0000:81:00.0");

    Findings.none(Designs.of(MoreHosts.with(Hosts.twoSockets(), adapter, other), guest), "D-12");
    assertThat(
            Findings.of(
                Designs.of(MoreHosts.with(Hosts.twoSockets(), adapter, accelerator), guest),
                "D-12"))
        .hasSize(1);
  }

  @Test
  void aDeviceOfAWholePackageIsOnNoNodeOfItsOwn() {
    var near = CpuSet.parse("0-15,32-47");
    var host =
        MoreHosts.with(
            Hosts.fourNodes(),
            MoreHosts.device(8, "0000:17:00.0", 0x0302, 0, CpuSet.EMPTY),
            MoreHosts.device(9, "0000:21:00.0", 0x0200, -1, near));

    Findings.none(
        Designs.of(host, Guests.domain("a").device("0000:17:00.0").device("0000:21:00.0")), "D-12");
  }

  @Test
  void aGuestWithCellsAndCpusOnAllOfTheirNodesSpansThem() {
    var cells =
        Guests.domain("a")
            .vcpus(2)
            .cell("0", 1)
            .cell("1", 1)
            .device("0000:17:00.0")
            .device("0000:81:00.0");
    var flat =
        Guests.domain("a").vcpus(2).pinnedTo("1,9").device("0000:17:00.0").device("0000:81:00.0");

    assertThat(Findings.of(Designs.of(MoreHosts.withDevices(), flat), "D-12")).hasSize(1);
    assertThat(Findings.of(Designs.of(MoreHosts.withDevices(), cells.pinnedTo("1,2")), "D-12"))
        .hasSize(1);
    Findings.none(Designs.of(MoreHosts.withDevices(), cells.pinnedTo("1,9")), "D-12");
  }
}
