package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class VcpusWithoutCellTest {

  @Test
  void whatLibvirtAddsToCellZeroIsTold() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).cell("0", 1).cell("1", 1));

    var troubled = design;
    var problem = Findings.only(troubled, "N-07");

    assertThat(problem.message())
        .isEqualTo("vCPUs 2-3 are in no cell; libvirt adds them to cell 0");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void everyVcpuInACellIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 1),
            Guests.domain("b").vcpus(2)),
        "N-07");
  }
}
