package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class BootCpuTest {

  @Test
  void aDedicatedVcpuOnTheBootCpuMovesToAnotherCore() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("0,1").emulator("7").strict("0"));

    var problem = Findings.only(design, "P-12");

    assertThat(problem.message()).isEqualTo("vCPU 0 is on the core of CPU 0, the boot CPU");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aSharedGuestAndOtherCpusAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).allPinned("0-3"),
            Guests.domain("b").vcpus(2).pinnedTo("4,5")),
        "P-12");
  }
}
