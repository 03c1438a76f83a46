package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.CpuSet;

final class NotIsolatedTest {

  @Test
  void aDedicatedGuestMovesToTheIsolatedCpus() {
    var design =
        Designs.of(
            MoreHosts.isolated("2-3"), Guests.domain("a").vcpus(2).pinnedTo("1,2").emulator("0"));

    var problem = Findings.only(design, "P-18");

    assertThat(problem.message()).isEqualTo("vCPU 0 is not on the isolated CPUs 2-3");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whereNothingIsIsolatedOrTheGuestSharesNothingIsSaid() {
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "P-18");
    Findings.none(
        Designs.of(MoreHosts.isolated("2-3"), Guests.domain("a").vcpus(2).allPinned("0-1")),
        "P-18");
  }

  @Test
  void isolatedCpusOfAnotherNodeAreNoPlace() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("1").strict("0"))
            .withIsolated(Optional.of(CpuSet.parse("8-9,24-25")));

    assertThat(Findings.only(design, "P-18").fixes()).isEmpty();
  }
}
