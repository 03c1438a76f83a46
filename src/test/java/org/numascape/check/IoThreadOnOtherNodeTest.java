package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class IoThreadOnOtherNodeTest {

  @Test
  void anIoThreadFarFromTheMemoryComesBack() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").strict("0").emulator("0").ioThread("8"));

    var problem = Findings.only(design, "E-07");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message()).isEqualTo("I/O thread 1 runs on node 1, the memory is on node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void onTheHostsOwnCpusItIsAdvice() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2").strict("0").ioThread("8"))
            .withReserved(CpuSet.of(8, 24));

    assertThat(Findings.only(design, "E-07").severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void onTheNodeOfTheMemoryItIsRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2").strict("0").ioThread("1")),
        "E-07");
  }

  @Test
  void aGuestWithoutBoundMemoryIsWhereItsVcpusAre() {
    assertThat(
            Findings.only(
                    Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("2").ioThread("8")),
                    "E-07")
                .message())
        .isEqualTo("I/O thread 1 runs on node 1, the memory is on node 0");
  }

  @Test
  void vcpusFarFromTheMemoryAreAnotherMatter() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("9").strict("0").ioThread("1")),
        "E-07");
  }
}
