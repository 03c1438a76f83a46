package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.topology.CpuSet;

final class RealTimeSharesTest {

  @Test
  void aRealTimeVcpuOnAnothersCpuMovesAway() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("2").emulator("0").fifo(),
            Guests.domain("b").vcpus(2).allPinned("2-5"));

    var problem = Findings.only(design, "E-09");

    assertThat(problem.message()).isEqualTo("vCPU 0 is real-time on CPU 2, which others need too");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void onACpuKeptForTheHostItMayLockIt() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("rt").pinnedTo("2").fifo())
            .withReserved(CpuSet.of(2, 18));

    assertThat(Findings.only(design, "E-09").domain()).contains(new DomainId("rt"));
  }

  @Test
  void aFloatingRealTimeVcpuGetsACore() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("rt").emulator("0").fifo());

    var problem = Findings.only(design, "E-09");

    assertThat(problem.message()).isEqualTo("vCPU 0 is real-time and may run anywhere");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aCpuForItselfIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").pinnedTo("2").fifo(),
            Guests.domain("b").pinnedTo("3")),
        "E-09");
  }

  @Test
  void onlyTheVcpusThatAreRealTimeCount() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("rt").vcpus(2).pinnedTo("2,3").scheduled("0", "fifo", 1),
            Guests.domain("b").vcpus(2).allPinned("3-5")),
        "E-09");
  }
}
