package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
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
  void anonymousMemoryIsTheProcesssOwn() {
    assertThat(
            Findings.of(
                Designs.of(Hosts.oneNode(), from(shared(), MemorySource.ANONYMOUS)), "H-06"))
        .hasSize(1);
  }
}
