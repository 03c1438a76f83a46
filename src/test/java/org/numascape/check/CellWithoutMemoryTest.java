package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class CellWithoutMemoryTest {

  @Test
  void qemuRefusesAnEmptyCell() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0", 1).cell("1", 0));

    assertThat(Findings.only(design, "N-36").message()).isEqualTo("Cell 1 has no memory");
  }

  @Test
  void cellsWithMemoryAreRight() {
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").cell("0", 1)), "N-36");
  }
}
