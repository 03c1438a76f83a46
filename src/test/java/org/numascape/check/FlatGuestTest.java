package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;

final class FlatGuestTest {

  @Test
  void aGuestOnTwoNodesWithoutCellsIsPulledToOne() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,9").emulator("0"));

    var problem = Findings.only(design, "P-08");

    assertThat(problem.message()).isEqualTo("The vCPUs are on nodes 0-1, the guest sees one node");
    assertThat(Findings.labels(problem))
        .containsExactly("Pull a to node 0", "Give a a cell on each of nodes 0-1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void cellsOrOneNodeAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("told").vcpus(2).cell("0", 1).cell("1", 1).pinnedTo("1,9"),
            Guests.domain("near").vcpus(2).pinnedTo("2,3")),
        "P-08");
  }

  @Test
  void aBandwidthBoundGuestThatOwnsTheHostIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("hpc")
                .vcpus(2)
                .memoryGib(100)
                .pinnedTo("1,9")
                .memory(MemoryMode.INTERLEAVE, "0-1")),
        "P-08");
  }
}
