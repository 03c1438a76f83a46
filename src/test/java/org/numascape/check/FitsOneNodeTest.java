package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;

final class FitsOneNodeTest {

  @Test
  void aSmallGuestOnTwoNodesIsPulledToOne() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 4)
                .pinnedTo("1,9")
                .emulator("0")
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1"));

    var problem = Findings.only(design, "N-23");

    assertThat(problem.message())
        .isEqualTo("It is on nodes 0-1; its 2 vCPUs and 8 GiB would fit one node");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestTooLargeForOneNodeIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).memoryGib(100).pinnedTo("1,9").strict("0-1"),
            Guests.domain("b").vcpus(2).memoryGib(8).pinnedTo("2,3").strict("0")),
        "N-23");
  }

  private static Guests bound(MemoryMode mode) {
    return Guests.domain("a").vcpus(2).memoryGib(8).memory(mode, "0-1").pinnedTo("1,2");
  }

  @Test
  void memoryOnTwoNodesSpreadsTheGuestUnlessItIsInterleavedOnPurpose() {
    assertThat(
            Findings.only(Designs.of(Hosts.twoSockets(), bound(MemoryMode.STRICT)), "N-23")
                .message())
        .isEqualTo("It is on nodes 0-1; its 2 vCPUs and 8 GiB would fit one node");
    Findings.none(Designs.of(Hosts.twoSockets(), bound(MemoryMode.INTERLEAVE)), "N-23");
  }
}
