package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.CellCache;

final class StoredOtherwiseTest {

  @Test
  void theUnitOfACellsCacheIsIgnored() {
    var cache = new CellCache(1, "direct", "writeback", 10_240, 64, true);
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .cell("0", 1)
                .with(domain ->
                    domain.withCells(
                        List.of(domain.cells().getFirst().withCaches(List.of(cache))))));

    var problem = Findings.only(design, "L-11");

    assertThat(problem.message())
        .isEqualTo(
            "libvirt stores otherwise, without a word: the unit of the caches of cell 0, which it"
                + " reads as KiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void moreThanAllMemoryIsCut() {
    var design = Designs.of(Hosts.twoSockets(), current(1_048_577));

    var problem = Findings.only(design, "L-11");

    assertThat(problem.message()).endsWith("a current memory beyond all there is, which it cuts");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void allOfItIsNot() {
    Findings.none(Designs.of(Hosts.twoSockets(), current(1_048_576)), "L-11");
  }

  private static Guests current(long kib) {
    return Guests.domain("a")
        .with(domain -> domain.withMemory(domain.memory().withCurrentKib(OptionalLong.of(kib))));
  }
}
