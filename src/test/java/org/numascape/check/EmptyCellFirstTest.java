package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class EmptyCellFirstTest {

  @Test
  void aMemoryTierBeforeCellsWithVcpusEndsOldServers() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 1).cell("", 1).cell("1", 1));

    var problem = Findings.only(design, "N-35");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("Cell 1 has no vCPUs, but comes before cell 2, which has");
  }

  @Test
  void lastItIsRightAndCellZeroIsFilled() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("last").vcpus(2).cell("0-1", 1).cell("", 1),
            Guests.domain("filled").vcpus(2).cell("", 1).cell("1", 1)),
        "N-35");
  }
}
