package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class EmulatorOnOtherNodeTest {

  @Test
  void anEmulatorFarFromItsGuestComesBack() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("1").strict("0").emulator("8,24"));

    var problem = Findings.only(design, "E-03");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message()).isEqualTo("The emulator runs on node 1, the guest is on node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void onTheHostsOwnCpusItIsAdvice() {
    var design =
        Designs.of(
                Hosts.twoSockets(), Guests.domain("a").pinnedTo("1").strict("0").emulator("8,24"))
            .withReserved(CpuSet.of(8, 24));

    assertThat(Findings.only(design, "E-03").severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void onOneOfTheGuestsNodesItIsFine() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,9").strict("0-1").emulator("8,24"));

    assertThat(Findings.of(design, "E-03")).isEmpty();
  }
}
