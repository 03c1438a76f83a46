package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class CoresAreThreadsTest {

  @Test
  void twoCoresOfTheGuestOnOneHostCoreAreSpread() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).topology(1, 2, 1).pinnedTo("1,17").emulator("0"));

    var problem = Findings.only(design, "P-06");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-1 are cores to the guest, but threads of one host core");
    assertThat(Findings.labels(problem))
        .containsExactly("Give each vCPU of a a core of its own", "Tell a of its threads");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestThatKnowsItsThreadsIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).topology(1, 1, 2).pinnedTo("1,17")),
        "P-06");
  }

  @Test
  void oneVcpuACoreIsRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "P-06");
  }
}
