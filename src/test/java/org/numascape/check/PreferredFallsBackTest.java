package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;

final class PreferredFallsBackTest {

  @Test
  void aDedicatedGuestCountsOnMoreThanPreferredPromises() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("1").emulator("0").memory(MemoryMode.PREFERRED, "0"));

    var problem = Findings.only(design, "N-20");

    assertThat(problem.message()).isEqualTo("Its memory prefers node 0 and may be elsewhere");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void severalPreferredNodesAreOne() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memory(MemoryMode.PREFERRED, "0-1"));

    assertThat(Findings.only(design, "N-20").title()).isEqualTo("Preferred takes one node");
  }

  @Test
  void aSharedGuestMayPrefer() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memory(MemoryMode.PREFERRED, "0")),
        "N-20");
  }
}
