package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class UnequalCellsTest {

  @Test
  void oneCellWithTwiceTheMemoryForEachVcpu() {
    var guest = Guests.domain("a").vcpus(4).cell("0-1", 4).cell("2-3", 8);

    var design = Designs.of(Hosts.twoSockets(), guest);
    var problem = Findings.only(design, "N-11");

    Findings.everyFixResolves(design, problem);

    assertThat(problem.message()).isEqualTo("Cell 1 has 4 GiB for each vCPU, cell 0 2 GiB");
    Findings.none(Designs.of(MoreHosts.lopsided(), guest), "N-11");
  }

  @Test
  void memoryInProportionToVcpusIsRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(3).cell("0", 4).cell("1-2", 8)),
        "N-11");
  }

  @Test
  void aTenthMoreIsAlike() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 10).cell("1", 11)),
        "N-11");
    assertThat(
            Findings.of(
                Designs.of(
                    Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 10).cell("1", 12)),
                "N-11"))
        .hasSize(1);
  }

  @Test
  void cellsWithoutMemoryOrVcpusHaveNoShare() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 4).cell("1", 0)),
        "N-11");
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0-1", 4).cell("", 40)),
        "N-11");
  }
}
