package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class BesideDedicatedTest {

  @Test
  void anEmulatorBesideADedicatedVcpuMovesToAnotherCore() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2").strict("0").emulator("18"));

    var problem = Findings.only(design, "E-04");

    assertThat(problem.message())
        .isEqualTo("The emulator may run on CPU 18, beside a vCPU that has its core for itself");
    assertThat(Findings.labels(problem)).containsExactly("Pin the emulator of a to CPUs 0,16");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aCoreOfTheirOwnOrAGuestThatSharesIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").emulator("3,19").ioThread("3,19"),
            Guests.domain("b").vcpus(2).allPinned("4-7").emulator("20")),
        "E-04");
  }
}
