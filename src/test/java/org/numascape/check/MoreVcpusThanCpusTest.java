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

  @Test
  void aFloatingVcpuHasCpusEnough() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(3).pinned(0, "1,17")), "P-16");
  }

  @Test
  void aNodeWithJustEnoughCpusIsTaken() {
    var enough =
        Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(4).allPinned("1-2").emulator("0"));
    var few =
        Designs.of(Hosts.oneNode(), Guests.domain("a").vcpus(5).allPinned("1-2").emulator("0"));

    assertThat(Findings.labels(Findings.only(enough, "P-16")))
        .containsExactly("Let a use CPUs 0-3");
    assertThat(Findings.only(few, "P-16").fixes()).isEmpty();
  }
}
