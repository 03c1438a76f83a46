package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemorySource;
import org.numascape.topology.PageSize;

final class PagesAgainstSourceTest {

  @Test
  void hugePagesFromAnonymousMemoryAreRefused() {
    var guest =
        Guests.domain("a")
            .hugePages(PageSize.TWO_MIB)
            .with(domain ->
                domain.withBacking(
                    domain.backing().withSource(Optional.of(MemorySource.ANONYMOUS))));

    var troubled = Designs.of(Hosts.fourNodes(), guest);
    var problem = Findings.only(troubled, "H-21");

    assertThat(problem.message()).isEqualTo("It wants huge pages and anonymous memory");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void immediateAllocationIsRight() {
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").hugePages(PageSize.TWO_MIB).immediate()),
        "H-21");
  }
}
