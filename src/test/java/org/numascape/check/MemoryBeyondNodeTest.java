package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class MemoryBeyondNodeTest {

  @Test
  void smallNodesWantTheGuestSpread() {
    var design = Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(8).memoryGib(100));

    assertThat(Findings.only(design, "N-24").message())
        .isEqualTo(
            "A node has CPUs for its 8 vCPUs, but the largest has 64 GiB and it needs 100 GiB");
  }

  @Test
  void aGuestThatFitsOrHasCellsIsRight() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(8).memoryGib(50),
            Guests.domain("b").vcpus(8).cell("0-3", 50).cell("4-7", 50)),
        "N-24");
  }

  @Test
  void oneCellIsNotDividedAndTheWholeHostIsEnough() {
    assertThat(
            Findings.of(
                Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(8).cell("0-7", 100)),
                "N-24"))
        .hasSize(1);
    assertThat(
            Findings.of(
                Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(8).memoryGib(256)), "N-24"))
        .hasSize(1);
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(8).memoryGib(257)), "N-24");
  }

  @Test
  void whereNoNodeHasTheCpusMemoryIsNotTheMatter() {
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(17).memoryGib(100)), "N-24");
  }
}
