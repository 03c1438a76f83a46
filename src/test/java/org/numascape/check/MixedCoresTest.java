package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class MixedCoresTest {

  @Test
  void aGuestOnFastAndSlowCoresMovesToOneKind() {
    var design =
        Designs.of(
            MoreHosts.fastAndSlow(), Guests.domain("a").vcpus(2).pinnedTo("1,5").emulator("0"));

    var problem = Findings.only(design, "P-14");

    assertThat(problem.message())
        .isEqualTo("The vCPUs are on cores of type IntelAtom (CPU 5) and IntelCore (CPU 1)");
    assertThat(problem.fixes()).hasSize(2);
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void coresOfOneKindAreRight() {
    Findings.none(
        Designs.of(MoreHosts.fastAndSlow(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "P-14");
  }
}
