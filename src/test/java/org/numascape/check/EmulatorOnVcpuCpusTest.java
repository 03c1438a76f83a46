package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class EmulatorOnVcpuCpusTest {

  @Test
  void anEmulatorOnItsOwnVcpusIsAWarningAndGoesToTheHostsCpus() {
    var design =
        Designs.of(
                Hosts.twoSockets(),
                Guests.domain("a").vcpus(2).pinnedTo("2,18").strict("0").emulator("2-3"))
            .withReserved(CpuSet.of(0, 16));

    var problem = Findings.only(design, "E-02");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message())
        .isEqualTo("The emulator is pinned to CPU 2, which belongs to its own vCPUs");
    assertThat(Findings.labels(problem))
        .containsExactly("Pin the emulator to host CPUs 0,16", "Keep the emulator on CPU 3 only");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void besideARealTimeVcpuItStarves() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("2").fifo(),
            Guests.domain("a").pinnedTo("4").emulator("2"));

    var problem = Findings.only(design, "E-02");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("The emulator is pinned to CPU 2, which belongs to vCPUs of rt (real-time)");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestThatSharesASetMayShareItWithItsEmulator() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(4).allPinned("0-3").emulator("0-3"));

    assertThat(Findings.of(design, "E-02")).isEmpty();
  }

  @Test
  void emulatorsMayShareHousekeepingCpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").emulator("0,16"),
            Guests.domain("b").pinnedTo("3").emulator("0,16"));

    assertThat(Findings.of(design, "E-02")).isEmpty();
  }
}
