package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class HostReserveTest {

  @Test
  void whatAGuestLeavesOfANodeMustDoForTheHost() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(42).strict("0"),
            Guests.domain("b").memoryGib(20).strict("0"));

    var problem = Findings.only(design, "N-16");

    assertThat(problem.message())
        .isEqualTo("Node 0 keeps 2 GiB of 64 GiB for the host, 3.2 GiB are advised");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void enoughIsEnough() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(56).strict("0")), "N-16");
    Findings.none(Designs.of(Hosts.twoSockets()), "N-16");
  }
}
