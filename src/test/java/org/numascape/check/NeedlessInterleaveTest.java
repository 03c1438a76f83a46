package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.PageSize;

final class NeedlessInterleaveTest {

  @Test
  void aGuestThatFitsOneNodeIsBoundToThatOfItsVcpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .memoryGib(8)
                .pinnedTo("9,25")
                .emulator("8")
                .memory(MemoryMode.INTERLEAVE, "0-1"));

    var problem = Findings.only(design, "N-19");

    assertThat(problem.message())
        .isEqualTo(
            "Its memory is interleaved over nodes 0-1, one access in 2 is local; it would fit one node");
    assertThat(Findings.labels(problem)).containsExactly("Bind the memory of a to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aBandwidthBoundGuestThatOwnsTheHostIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("hpc")
                .vcpus(32)
                .memoryGib(100)
                .memory(MemoryMode.INTERLEAVE, "0-1")
                .allPinnedOneToOne("0-31")),
        "N-19");
  }

  private static Guests small(MemoryMode mode, String nodes) {
    return Guests.domain("a").memoryGib(8).pinnedTo("9").emulator("8").memory(mode, nodes);
  }

  @Test
  void memoryThatIsNotInterleavedOrOnOneNodeIsRight() {
    Findings.none(Designs.of(Hosts.twoSockets(), small(MemoryMode.STRICT, "0-1")), "N-19");
    Findings.none(Designs.of(Hosts.twoSockets(), small(MemoryMode.INTERLEAVE, "1")), "N-19");
  }

  @Test
  void aFullNodeTakesNoMore() {
    var full = Guests.domain("full").memoryGib(63).strict("1");

    assertThat(
            Findings.only(
                    Designs.of(Hosts.twoSockets(), small(MemoryMode.INTERLEAVE, "0-1"), full),
                    "N-19")
                .fixes())
        .isEmpty();
  }

  @Test
  void aPoolThatHasNotEnoughPagesTakesNoMore() {
    var paged =
        Guests.domain("a")
            .memoryGib(8)
            .hugePages(PageSize.ONE_GIB)
            .pinnedTo("25")
            .emulator("26")
            .memory(MemoryMode.INTERLEAVE, "0,3");

    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), paged), "N-19").fixes()).isEmpty();
  }
}
