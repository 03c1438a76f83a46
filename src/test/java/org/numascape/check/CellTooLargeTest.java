package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.design.Edit;
import org.numascape.design.Thresholds;

final class CellTooLargeTest {

  @Test
  void aCellAsLargeAsItsNodeCannotBePlaced() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 64)
                .cell("1", 8)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1"));

    var problem = Findings.only(design, "N-14");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo(
            "Cell 0 needs 64 GiB of node 0, which has 64 GiB, 60.8 GiB beside the host's reserve");
  }

  @Test
  void aLargerNodeIsProposed() {
    var design = Designs.of(MoreHosts.oneLargeNode(), Guests.domain("a").memoryGib(15).strict("0"));

    var problem = Findings.only(design, "N-14");

    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theReserveIsASetting() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").memoryGib(15).strict("0"));

    assertThat(Findings.of(design, "N-14")).hasSize(1);
    Findings.none(
        new Edit.SetThresholds(new Thresholds(0, 0, 0, 0, 90, 25, 5)).applyTo(design), "N-14");
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a").memoryGib(8).strict("0")), "N-14");
  }
}
