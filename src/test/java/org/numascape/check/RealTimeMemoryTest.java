package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.PlatformEdit;
import org.numascape.topology.PageSize;

final class RealTimeMemoryTest {

  @Test
  void whatIsMissingIsNamed() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("2").fifo().hugePages(PageSize.TWO_MIB));

    var troubled = design;
    var problem = Findings.only(troubled, "E-11");

    assertThat(problem.message())
        .isEqualTo(
            "Its memory is not locked, may be merged with others'; its performance counters are on");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void countersAreOnUnlessTheyAreTakenAway() {
    var bundle =
        Guests.domain("rt")
            .pinnedTo("2")
            .fifo()
            .hugePages(PageSize.TWO_MIB)
            .locked()
            .with(domain -> domain.withBacking(domain.backing().withNoSharePages(true)));
    var design = Designs.of(Hosts.twoSockets(), bundle);
    var id = new DomainId("rt");

    assertThat(Findings.only(design, "E-11").message())
        .isEqualTo("Its performance counters are on");
    Findings.none(new PlatformEdit.SetPmu(id, Optional.of(false)).applyTo(design), "E-11");
  }

  @Test
  void otherGuestsMayWait() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2")), "E-11");
  }
}
