package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryBacking;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class PagesOfNoCellTest {

  private static Guests pages(String cells) {
    var page = new MemoryBacking.Page(PageSize.TWO_MIB, Optional.of(CpuSet.parse(cells)));
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .with(domain -> domain.withBacking(domain.backing().withPages(true, List.of(page))));
  }

  @Test
  void hostNodesMistakenForCellsAreRefused() {
    var design = Designs.of(Hosts.fourNodes(), pages("1-3"));

    var problem = Findings.only(design, "H-09");

    assertThat(problem.message())
        .isEqualTo("Pages are meant for guest cells 2-3, the last one is 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void cellsThatAreThereAreRight() {
    Findings.none(Designs.of(Hosts.fourNodes(), pages("0-1")), "H-09");
  }
}
