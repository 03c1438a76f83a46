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
import org.numascape.topology.PageSize;

final class SharedInVainTest {

  private static Guests shared() {
    return Guests.domain("a")
        .with(domain ->
            domain.withBacking(domain.backing().withAccess(Optional.of(MemoryAccess.SHARED))));
  }

  private static Guests from(Guests guest, MemorySource source) {
    return guest.with(
        domain -> domain.withBacking(domain.backing().withSource(Optional.of(source))));
  }

  private static Guests vhostUser(Guests guest) {
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
              List.of("vhost-user")));
    });
  }

  @Test
  void theProcesssOwnMemoryCannotBeShared() {
    var troubled = Designs.of(Hosts.oneNode(), shared());
    var problem = Findings.only(troubled, "H-06");

    assertThat(problem.message()).isEqualTo("Its memory shall be shared, but is the process's own");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void hugePagesAndMemfdCanBeShared() {
    Findings.none(Designs.of(Hosts.oneNode(), shared().hugePages(PageSize.TWO_MIB)), "H-06");
    Findings.none(Designs.of(Hosts.oneNode(), from(shared(), MemorySource.MEMFD)), "H-06");
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a")), "H-06");
  }

  @Test
  void aVhostUserDeviceWantsSharedMemory() {
    var alone = Designs.of(Hosts.oneNode(), vhostUser(Guests.domain("a")));
    var together = Designs.of(Hosts.oneNode(), vhostUser(from(shared(), MemorySource.MEMFD)));

    Findings.everyFixResolves(alone, Findings.only(alone, "H-15"));
    assertThat(Findings.only(alone, "H-15").message())
        .isEqualTo("It has vhost-user, but its memory is not shared");
    Findings.none(together, "H-15");
  }

  @Test
  void anonymousMemoryIsTheProcesssOwn() {
    assertThat(
            Findings.of(
                Designs.of(Hosts.oneNode(), from(shared(), MemorySource.ANONYMOUS)), "H-06"))
        .hasSize(1);
  }

  @Test
  void whatSingleCellsSaidGivesWay() {
    var guest =
        vhostUser(
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
