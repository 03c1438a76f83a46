package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.Disk;
import org.numascape.domain.Hardware;
import org.numascape.domain.Nic;

final class BackEndFarTest {

  private static Guests guest(String node, String cpu) {
    return Guests.domain("a").pinnedTo(cpu).strict(node).emulator(cpu);
  }

  private static Guests disk(Guests guest, String source, Integer... threads) {
    return guest.with(domain ->
        domain.withHardware(
            domain
                .hardware()
                .withDisks(
                    List.of(
                        new Disk(
                            "vda", "virtio", source, List.of(threads), OptionalInt.empty())))));
  }

  private static Guests nic(Guests guest, String type, String source) {
    return guest.with(domain -> {
      var old = domain.hardware();
      return domain.withHardware(
          new Hardware(
              old.platform(),
              old.controllers(),
              old.hostDevices(),
              old.memoryDevices(),
              old.disks(),
              List.of(new Nic(type, "virtio", source, OptionalInt.empty())),
              old.sharesMemory()));
    });
  }

  @Test
  void aDiskOnTheOtherPackagesNvmeCrossesTheLink() {
    var design = Designs.of(Hosts.fourNodes(), disk(guest("2", "17"), "/dev/nvme0n1p2"));

    var problem = Findings.only(design, "D-06");

    assertThat(problem.message())
        .isEqualTo(
            "nvme0n1 (0000:42:00.0) is behind disk vda and on nodes 0-1, the guest is on node 2");
    assertThat(problem.where()).containsExactly(new Item.Emulator(new DomainId("a")));
    assertThat(Findings.labels(problem)).containsExactly("Pull a to node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theThreadThatServesItIsLitUp() {
    var design =
        Designs.of(Hosts.fourNodes(), disk(guest("2", "17").ioThread("18"), "/dev/nvme0n1", 1));

    assertThat(Findings.only(design, "D-06").where())
        .containsExactly(new Item.IoThread(new DomainId("a"), 1));
  }

  @Test
  void anInterfaceDirectlyOnTheFarAdapterDoesToo() {
    var design = Designs.of(Hosts.fourNodes(), nic(guest("3", "25"), "direct", "mlx5_0"));

    assertThat(Findings.only(design, "D-06").message())
        .isEqualTo(
            "mlx5_0 (0000:41:00.0) is behind the interface on mlx5_0 and on nodes 0-1, the guest"
                + " is on node 3");
  }

  @Test
  void whatIsNearOrHiddenBehindABridgeOrAFileIsNotTold() {
    Findings.none(Designs.of(Hosts.fourNodes(), disk(guest("1", "9"), "/dev/nvme0n1")), "D-06");
    Findings.none(Designs.of(Hosts.fourNodes(), disk(guest("2", "17"), "/dev/vg0/a")), "D-06");
    Findings.none(Designs.of(Hosts.fourNodes(), disk(guest("2", "17"), "/dev/nvme0n10")), "D-06");
    Findings.none(Designs.of(Hosts.fourNodes(), disk(guest("2", "17"), "nvme0n1")), "D-06");
    Findings.none(Designs.of(Hosts.fourNodes(), nic(guest("3", "25"), "bridge", "mlx5_0")), "D-06");
    Findings.none(Designs.of(Hosts.fourNodes(), disk(Guests.domain("a"), "/dev/nvme0n1")), "D-06");
  }

  @Test
  void withoutBoundMemoryTheGuestIsWhereItsVcpusAreAndFloatingOnesAreNotPulled() {
    var pinned = disk(Guests.domain("a").pinnedTo("17").emulator("17"), "/dev/nvme0n1");
    var floating = disk(Guests.domain("a").strict("2"), "/dev/nvme0n1");

    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), pinned), "D-06").message())
        .endsWith("the guest is on node 2");
    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), floating), "D-06").fixes()).isEmpty();
  }
}
