package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class LatePinsTest {

  @Test
  void vcpusToComeArePinnedWithTheOthers() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).maximum(4).pinnedTo("1,2").emulator("0"));

    var problem = Findings.only(design, "P-21");

    assertThat(problem.message()).isEqualTo("vCPUs 2-3 can be plugged in and have no pin");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void pinnedOnesOrACpusetAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(1).maximum(2).pinnedTo("1,2"),
            Guests.domain("b").vcpus(1).maximum(2).pinnedTo("3").cpuset("3-5"),
            Guests.domain("c").vcpus(1).maximum(2)),
        "P-21");
  }
}
