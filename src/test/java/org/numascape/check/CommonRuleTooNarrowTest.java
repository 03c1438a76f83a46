package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class CommonRuleTooNarrowTest {

  @Test
  void theCommonRuleIsWidened() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 1)
                .cell("1", 1)
                .strict("0")
                .memnode(0, "0")
                .memnode(1, "1"));

    var problem = Findings.only(design, "N-34");

    assertThat(problem.message())
        .isEqualTo("Cells are bound to node 1, the common rule names node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aRuleThatCoversAllCellsIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).cell("0-1", 1).strict("0-1").memnode(0, "1")),
        "N-34");
  }
}
