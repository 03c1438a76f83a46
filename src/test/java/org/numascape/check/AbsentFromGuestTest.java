package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class AbsentFromGuestTest {

  @Test
  void aCellThatNamesAMissingVcpuIsRefused() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0-3", 1));

    assertThat(Findings.only(design, "N-09").message())
        .isEqualTo("Cell 0 names vCPUs 2-3, the last one is 1");
  }

  @Test
  void aMemnodeWithoutItsCellIsDropped() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).cell("0-1", 1).strict("0").memnode(3, "0"));

    var problem = Findings.only(design, "N-09");

    assertThat(problem.message()).isEqualTo("Memory is bound for cell 3, the last one is 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whatIsThereIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).cell("0-1", 1).strict("0").memnode(0, "0")),
        "N-09");
  }

  @Test
  void theCellsAreCutToTheVcpusThatAreThere() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0-3", 1));

    var problem = Findings.only(design, "N-09");

    assertThat(Findings.labels(problem)).containsExactly("Let the cells name vCPUs that are there");
    Findings.everyFixResolves(design, problem);
  }
}
