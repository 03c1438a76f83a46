package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Hardware;
import org.numascape.domain.MemoryAccess;
import org.numascape.domain.MemorySource;

final class NotSharedTest {

  private static Guests shared() {
    return Guests.domain("a")
        .with(domain ->
            domain.withBacking(domain.backing().withAccess(Optional.of(MemoryAccess.SHARED))));
  }

  private static Guests from(Guests guest, MemorySource source) {
    return guest.with(
        domain -> domain.withBacking(domain.backing().withSource(Optional.of(source))));
  }

  private static Guests having(String device, Guests guest) {
    return guest.with(domain -> {
      var had = domain.hardware();
      return domain.withHardware(
          new Hardware(
              had.platform(),
              had.controllers(),
              had.hostDevices(),
              had.memoryDevices(),
              had.disks(),
              had.nics(),
              List.of(device)));
    });
  }

  private static Guests together(String device) {
    return having(device, from(shared(), MemorySource.MEMFD));
  }

  @Test
  void aVhostUserDeviceWantsSharedMemory() {
    var alone = Designs.of(Hosts.oneNode(), having("vhost-user network", Guests.domain("a")));

    var problem = Findings.only(alone, "H-15");

    assertThat(problem.message())
        .isEqualTo("It has vhost-user network, but its memory is not shared");
    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    Findings.everyFixResolves(alone, problem);
    Findings.none(Designs.of(Hosts.oneNode(), together("vhost-user network")), "H-15");
  }

  @Test
  void someDevicesAreRefusedWithoutIt() {
    for (var device : List.of("virtiofs", "vhost-user disk")) {
      var alone = Designs.of(Hosts.oneNode(), having(device, Guests.domain("a")));

      assertThat(Findings.only(alone, "H-15").severity()).isEqualTo(Severity.ERROR);
      Findings.none(Designs.of(Hosts.oneNode(), together(device)), "H-15");
    }
  }

  @Test
  void whatSingleCellsSaidGivesWay() {
    var guest =
        having(
            "vhost-user network",
            Guests.domain("a")
                .cell("0", 1)
                .with(domain ->
                    domain.withCells(
                        List.of(
                            domain
                                .cells()
                                .getFirst()
                                .withAccess(Optional.of(MemoryAccess.PRIVATE))))));
    var design = Designs.of(Hosts.oneNode(), guest);

    var problem = Findings.only(design, "H-15");

    assertThat(Findings.labels(problem))
        .containsExactly("Take the memory from a memfd and share it");
    Findings.everyFixResolves(design, problem);
  }
}
