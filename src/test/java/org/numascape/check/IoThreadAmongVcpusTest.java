package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class IoThreadAmongVcpusTest {

  @Test
  void aFloatingIoThreadOfADedicatedGuestIsPinned() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").strict("0").emulator("0").ioThread().ioThread("0"));

    var problem = Findings.only(design, "E-06");

    assertThat(problem.message())
        .isEqualTo("I/O thread 1 floats over all CPUs, those of vCPUs included");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void anIoThreadOnAVcpusCpuMovesAway() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("2").strict("0").ioThread("1-2"));

    var problem = Findings.only(design, "E-06");

    assertThat(problem.message()).isEqualTo("I/O thread 1 may run on CPU 2, where vCPUs are");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void ioThreadsMayShareHousekeepingCpusWithTheEmulator() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").emulator("0,16").ioThread("0,16").ioThread("0,16"),
            Guests.domain("b").vcpus(2).ioThread()),
        "E-06");
  }
}
