package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class RoamsOverDedicatedTest {

  @Test
  void aFloatingGuestKeepsOffDedicatedCpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("own").vcpus(2).pinnedTo("1,17").emulator("0"),
            Guests.domain("free").vcpus(4));

    var problem = Findings.only(design, "P-20");

    assertThat(problem.message()).isEqualTo("vCPUs 0-3 may run on CPUs of own");
    assertThat(Findings.labels(problem)).containsExactly("Keep free on CPUs 0,2-16,18-31");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void amongGuestsThatShareNothingIsSaid() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("set").vcpus(2).allPinned("1-4"),
            Guests.domain("free").vcpus(4)),
        "P-20");
  }

  @Test
  void guestsThatNeverRunTogetherDoNotMeet() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("own").vcpus(2).pinnedTo("1,17"),
            Guests.domain("free").vcpus(4));

    Findings.none(Findings.exclusive(design, "own", "free"), "P-20");
  }
}
