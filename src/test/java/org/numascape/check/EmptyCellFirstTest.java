package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.NodeSet;

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

  @Test
  void puttingThemLastTakesTheirMemoryAlong() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("", 2)
                .cell("1", 3)
                .strict("0-2")
                .memnode(0, "0")
                .memnode(1, "2")
                .memnode(2, "1"));

    var problem = Findings.only(design, "N-35");

    Findings.everyFixResolves(design, problem);
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();
    assertThat(fixed.cells())
        .extracting(cell -> cell.memoryKib() >> 20)
        .containsExactly(1L, 3L, 2L);
    assertThat(fixed.numaTune().bindingOf(2).map(MemoryBinding::nodes)).contains(NodeSet.of(2));
  }
}
