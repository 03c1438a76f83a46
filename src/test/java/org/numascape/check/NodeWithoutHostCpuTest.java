package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PciDevice;

final class NodeWithoutHostCpuTest {

  @Test
  void aNodeWithDevicesKeepsACpuForThem() {
    var host = MoreHosts.withDevices();
    var all = Guests.domain("a").vcpus(16).allPinnedOneToOne("8-15,24-31");
    var most = Guests.domain("a").vcpus(14).allPinnedOneToOne("9-15,25-31");

    var problem =
        Findings.of(Designs.of(host, all), "P-11").stream()
            .filter(p -> p.domain().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(problem.title()).isEqualTo("No CPU of the node is left for the host");
    assertThat(problem.message()).isEqualTo("vCPUs hold all CPUs of node 1, which has 2 devices");
    Findings.none(Designs.of(host, most), "P-11");
  }

  @Test
  void aNodeWithoutDevicesMayBeFull() {
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(16).allPinnedOneToOne("0-7,32-39")),
        "P-11");
  }

  @Test
  void theNodeAndItsDevicesAreLitUp() {
    var host =
        MoreHosts.with(
            Hosts.twoSockets(), MoreHosts.device(0, "0000:81:00.0", 0x0200, 1, CpuSet.EMPTY));
    var design = Designs.of(host, Guests.domain("a").vcpus(16).allPinnedOneToOne("8-15,24-31"));

    var problem = Findings.only(design, "P-11");

    assertThat(problem.message()).isEqualTo("vCPUs hold all CPUs of node 1, which has a device");
    assertThat(problem.where())
        .containsExactly(
            new Item.OnHost(host.node(1).orElseThrow().id()),
            new Item.OnHost(host.all(PciDevice.class).getFirst().id()));
  }
}
