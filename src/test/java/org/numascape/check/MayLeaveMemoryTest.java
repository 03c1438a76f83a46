package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class MayLeaveMemoryTest {

  @Test
  void aSetOverTwoNodesIsCutToThatOfTheMemory() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).allPinned("1-3,9-11").strict("1").emulator("8"));

    var problem = Findings.only(design, "P-09");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-1 may each run on other nodes than node 1, where the memory is");
    assertThat(Findings.labels(problem)).containsExactly("Keep vCPUs 0-1 on node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aSetInsideTheNodesOfTheMemoryIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).allPinned("9-11").strict("1"),
            Guests.domain("b").vcpus(2).allPinned("1-3,9-11").strict("0-1"),
            Guests.domain("c").vcpus(2).allPinned("1-3,9-11")),
        "P-09");
  }
}
