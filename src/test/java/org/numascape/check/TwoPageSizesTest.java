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

final class TwoPageSizesTest {

  private static Guests pages(MemoryBacking.Page... pages) {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .with(domain -> domain.withBacking(domain.backing().withPages(true, List.of(pages))));
  }

  private static MemoryBacking.Page page(PageSize size, String cells) {
    return new MemoryBacking.Page(
        size, Optional.of(CpuSet.parse(cells)).filter(set -> !set.isEmpty()));
  }

  @Test
  void twoSizesForTheSameCellAreRefused() {
    var overlap = pages(page(PageSize.TWO_MIB, "0-1"), page(PageSize.ONE_GIB, "1"));
    var all = pages(page(PageSize.TWO_MIB, ""), page(PageSize.ONE_GIB, ""));

    var troubled = Designs.of(Hosts.fourNodes(), overlap);
    var problem = Findings.only(troubled, "H-20");

    assertThat(problem.message()).isEqualTo("Two page sizes are meant for guest cell 1");
    Findings.everyFixResolves(troubled, problem);
    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), all), "H-20").message())
        .isEqualTo("2 page sizes are meant for all memory");
  }

  @Test
  void oneForACellAndOneForTheRestAreRight() {
    var guest = pages(page(PageSize.TWO_MIB, "0"), page(PageSize.ONE_GIB, ""));

    Findings.none(Designs.of(Hosts.fourNodes(), guest), "H-20");
  }
}
