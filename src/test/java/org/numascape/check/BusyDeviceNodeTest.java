package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;

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

  private static HostTopology adapters(int second, int node, CpuSet near) {
    return MoreHosts.with(
        Hosts.fourNodes(),
        MoreHosts.device(7, "0000:17:00.0", 0x0200, 0, CpuSet.EMPTY),
        MoreHosts.device(8, "0000:17:00.1", second, 0, CpuSet.EMPTY),
        MoreHosts.device(9, "0000:81:00.0", 0x0200, node, near));
  }

  private static Guests given(String name, String address) {
    return Guests.domain(name).device(address);
  }

  @Test
  void networkAdaptersOfAnyKindAreAlike() {
    assertThat(
            Findings.of(
                Designs.of(
                    adapters(0x0280, 2, CpuSet.EMPTY),
                    given("a", "0000:17:00.0"),
                    given("b", "0000:17:00.1")),
                "D-13"))
        .hasSize(1);
    Findings.none(
        Designs.of(
            adapters(0x0108, 2, CpuSet.EMPTY),
            given("a", "0000:17:00.0"),
            given("b", "0000:17:00.1")),
        "D-13");
  }

  @Test
  void aDeviceOfAWholePackageIsFreeOnNoNode() {
    Findings.none(
        Designs.of(
            adapters(0x0200, -1, CpuSet.parse("16-31,48-63")),
            given("a", "0000:17:00.0"),
            given("b", "0000:17:00.1")),
        "D-13");
  }

  @Test
  void twoDevicesOfOneGuestAreRight() {
    Findings.none(
        Designs.of(
            MoreHosts.twinAdapters(),
            Guests.domain("a").device("0000:17:00.0").device("0000:17:00.1")),
        "D-13");
  }
}
