package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.PageSize;

final class FailsLateTest {

  @Test
  void strictNormalPagesFailLate() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(4).strict("0"));

    var problem = Findings.only(design, "N-18");

    assertThat(problem.severity()).isEqualTo(Severity.INFO);
    assertThat(Findings.labels(problem))
        .containsExactly(
            "Put a on pages of 2 MiB and grow the pools", "Allocate the memory of a at start");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void hugePagesImmediateAllocationAndOtherModesAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").strict("0").hugePages(PageSize.TWO_MIB),
            Guests.domain("b").strict("0").immediate(),
            Guests.domain("c").memory(MemoryMode.PREFERRED, "0"),
            Guests.domain("d")),
        "N-18");
  }
}
