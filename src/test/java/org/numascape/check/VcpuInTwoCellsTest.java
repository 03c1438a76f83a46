package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

final class VcpuInTwoCellsTest {

  @Test
  void overlappingCellsAreRefused() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).cell("0-2", 1).cell("2-3", 1));

    var problem = Findings.only(design, "N-08");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("vCPU 2 is in two cells");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void disjointCellsAreRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).cell("0-1", 1).cell("2-3", 1)),
        "N-08");
  }

  @Test
  void theCellsConcernedAreLitUpAndTheFirstOfThemKeepsTheVcpu() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).cell("0-1", 1).cell("2-3", 1).cell("3", 1));

    var problem = Findings.only(design, "N-08");

    assertThat(problem.where())
        .containsExactly(new Item.Cell(new DomainId("a"), 1), new Item.Cell(new DomainId("a"), 2));
    assertThat(Findings.labels(problem)).containsExactly("Keep vCPU 3 in cell 1");
  }
}
