package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.domain.CellCache;
import org.numascape.domain.Interconnect;

final class ImpossibleLinksTest {

  private static Interconnect latency(int from, int to, OptionalInt cache) {
    return new Interconnect(
        Interconnect.Kind.LATENCY, from, to, cache, Interconnect.Access.ACCESS, 10);
  }

  private static Interconnect latency(int from, int to) {
    return latency(from, to, OptionalInt.empty());
  }

  /// Cells 0 and 1 with a vCPU each, cell 2 with none and a cache of level 1.
  private static Design linked(Interconnect... links) {
    var cache = new CellCache(1, "direct", "writeback", 1_024, 64, false);
    return Designs.of(
        Hosts.twoSockets(),
        Guests.domain("a")
            .vcpus(2)
            .cell("0", 1)
            .cell("1", 1)
            .cell("", 1)
            .with(domain -> {
              var cells = new java.util.ArrayList<>(domain.cells());
              cells.set(2, cells.get(2).withCaches(List.of(cache)));
              return domain.withCpu(
                  domain.cpu().withCells(cells).withInterconnects(List.of(links)));
            }));
  }

  private static String told(Interconnect... links) {
    var design = linked(links);
    var problem = Findings.only(design, "N-37");
    Findings.everyFixResolves(design, problem);
    return problem.message();
  }

  @Test
  void eachWayToBeRefusedIsTold() {
    assertThat(told()).isEqualTo("cell 2 has a memory cache, but no latency");
    assertThat(told(latency(2, 2)))
        .isEqualTo("the latency from cell 2 to 2 begins where no vCPU is");
    assertThat(told(latency(0, 2, OptionalInt.of(2))))
        .isEqualTo("the latency from cell 0 to 2 is for a cache the cell has not got");
    assertThat(told(latency(0, 2), latency(0, 2))).endsWith("is told twice, or both ways");
    assertThat(told(latency(0, 2), latency(0, 1), latency(1, 0)))
        .isEqualTo("the latency from cell 1 to 0 is told twice, or both ways");
  }

  @Test
  void aFullTableIsRight() {
    Findings.none(
        linked(latency(0, 2), latency(0, 2, OptionalInt.of(1)), latency(1, 2), latency(0, 1)),
        "N-37");
    Findings.none(Designs.of(Hosts.twoSockets(), Guests.domain("a").cell("0", 1)), "N-37");
  }
}
