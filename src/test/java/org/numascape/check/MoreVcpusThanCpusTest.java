package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class MoreVcpusThanCpusTest {

  @Test
  void aSetSmallerThanTheGuestIsWidened() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).allPinned("1-2").emulator("0"));

    var problem = Findings.only(design, "P-16");

    assertThat(problem.message()).isEqualTo("4 vCPUs have 2 CPUs between them");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aCpuForEachVcpuIsEnough() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).allPinned("1-4")), "P-16");
  }
}
