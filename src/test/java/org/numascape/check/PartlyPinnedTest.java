package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class PartlyPinnedTest {

  @Test
  void aVcpuThatFloatsBesidePinnedOnesIsPinnedToTheirNode() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinned(0, "9").strict("1").emulator("8"));

    var problem = Findings.only(design, "P-01");

    assertThat(problem.message()).isEqualTo("vCPU 1 floats, the others are pinned");
    assertThat(Findings.labels(problem)).containsExactly("Pin vCPU 1 to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void boundMemoryWantsItsVcpusNear() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).strict("1"));

    var problem = Findings.only(design, "P-01");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 float while the memory is bound to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestThatFloatsAsAWholeIsLeftAlone() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2)), "P-01");
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).strict("0-1")), "P-01");
  }
}
