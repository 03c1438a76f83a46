package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
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

    assertThat(problem.message()).isEqualTo("Its memory is not locked, may be merged with others'");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void otherGuestsMayWait() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2")), "E-11");
  }
}
