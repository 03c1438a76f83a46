package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class IsolatedSetTest {

  @Test
  void aSetOfIsolatedCpusBecomesOneCpuEach() {
    var design =
        Designs.of(
            MoreHosts.isolated("2-3"), Guests.domain("a").vcpus(2).allPinned("2-3").emulator("0"));

    var problem = Findings.only(design, "P-17");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 may use several of the isolated CPUs 2-3");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void oneCpuEachOrBalancedCpusAreRight() {
    Findings.none(
        Designs.of(
            MoreHosts.isolated("2-3"),
            Guests.domain("a").vcpus(2).pinnedTo("2,3"),
            Guests.domain("b").vcpus(2).allPinned("0-1")),
        "P-17");
  }
}
