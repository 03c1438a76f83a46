package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryMode;

final class CellsWithoutHomeTest {

  @Test
  void eachCellIsBoundToTheNodeOfItsVcpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .pinnedTo("9,1")
                .emulator("0,8")
                .strict("0-1"));

    var problem = Findings.only(design, "N-03");

    assertThat(problem.message()).isEqualTo("All 2 cells may come from any of nodes 0-1");
    Findings.everyFixResolves(design, problem);
    var fixed = problem.fixes().getFirst().edit().applyTo(design);
    assertThat(Findings.of(fixed, "N-02")).isEmpty();
  }

  @Test
  void boundOrInterleavedCellsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1"),
            Guests.domain("b")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .memory(MemoryMode.INTERLEAVE, "0-1")),
        "N-03");
  }
}
