package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class NoCpuForHostTest {

  @Test
  void vcpusOnCpusKeptForTheHostMoveAway() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("0,1"))
            .withReserved(CpuSet.of(0, 16));

    var problem = Findings.only(design, "P-11");

    assertThat(problem.message()).isEqualTo("vCPU 0 is pinned to CPU 0, kept for the host");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void vcpusOnEveryCpuLeaveNothingForTheHost() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(4).pinnedTo("0,1,2,3"));

    var problem = Findings.only(design, "P-11");

    assertThat(problem.message()).isEqualTo("vCPUs hold all 4 CPUs of the host");
    assertThat(problem.domain()).isEmpty();
  }

  @Test
  void oneCpuLeftIsEnoughAndSharedGuestsHoldNone() {
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").vcpus(3).pinnedTo("0,1,2"),
            Guests.domain("b").vcpus(8).allPinned("0-3"));

    assertThat(Findings.of(design, "P-11")).isEmpty();
  }
}
