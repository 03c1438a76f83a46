package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class PriorityRangeTest {

  @Test
  void aPriorityBeyondTheKernelsIsRefusedAtStart() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").scheduled("0", "fifo", 100));

    var problem = Findings.only(design, "E-14");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("fifo has priority 100, the kernel knows 1 to 99");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void priorityOneIsEnough() {
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a").fifo()), "E-14");
  }
}
