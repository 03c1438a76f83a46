package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class CellBeyondCpusTest {

  @Test
  void moreVcpusThanTheNodeHasCpus() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(20).strict("0"));

    assertThat(Findings.only(design, "N-30").message())
        .isEqualTo("Its memory is on node 0, which has 16 CPUs for 20 vCPUs");
  }

  @Test
  void asManyAsCpusOrSeveralNodesAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(16).strict("0"),
            Guests.domain("b").vcpus(20).strict("0-1")),
        "N-30");
  }
}
