package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class HotplugMemoryTest {

  @Test
  void memoryToPlugInWantsACellAndSlots() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").maxMemory(8, 0));

    var troubled = design;
    var problem = Findings.only(troubled, "N-29");

    assertThat(problem.message()).isEqualTo("The guest has no cell, no slot");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void aMaximumBelowTheMemoryIsRefused() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").cell("0", 4).maxMemory(2, 1));

    assertThat(Findings.only(design, "N-29").message())
        .isEqualTo("The guest has less than its memory as a maximum");
  }

  @Test
  void aCellAndSlotsAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(), Guests.domain("a").cell("0", 1).maxMemory(8, 4), Guests.domain("b")),
        "N-29");
  }
}
