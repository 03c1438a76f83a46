package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class DistancesTest {

  private static Guests twoCells() {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 1)
        .cell("1", 1)
        .strict("0-1")
        .memnode(0, "0")
        .memnode(1, "1");
  }

  private static Guests told(int local, int remote) {
    return twoCells()
        .with(domain ->
            domain.withCells(
                List.of(
                    domain.cells().get(0).withDistances(Map.of(0, local, 1, remote)),
                    domain.cells().get(1))));
  }

  @Test
  void theHostsOwnDistancesAreWorthTelling() {
    var troubled = Designs.of(Hosts.fourNodes(), twoCells());
    var problem = Findings.only(troubled, "N-12");

    assertThat(problem.message()).isEqualTo("The host's nodes are 12 apart, the guest assumes 20");
    Findings.everyFixResolves(troubled, problem);
    Findings.none(Designs.of(Hosts.fourNodes(), told(10, 12)), "N-12");
  }

  @Test
  void whatLibvirtRefusesIsAnError() {
    var wrong = Designs.of(Hosts.fourNodes(), told(10, 10));

    Findings.everyFixResolves(wrong, Findings.only(wrong, "N-13"));
    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), told(10, 10)), "N-13").message())
        .isEqualTo("The distance of cell 0 to cell 1 is 10");
    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), told(11, 20)), "N-13").severity())
        .isEqualTo(Severity.ERROR);
    Findings.none(Designs.of(Hosts.fourNodes(), told(10, 255)), "N-13");
  }

  @Test
  void aDistanceToACellThatIsNotThereIsSaidSo() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            twoCells()
                .with(domain ->
                    domain.withCells(
                        List.of(
                            domain.cells().get(0).withDistances(Map.of(2, 20)),
                            domain.cells().get(1)))));

    var problem = Findings.only(design, "N-13");

    assertThat(problem.message())
        .isEqualTo("The distance of cell 0 to cell 2 is told, which is not there");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void distancesOutOfRangeAreRefused() {
    assertThat(Findings.only(Designs.of(Hosts.fourNodes(), told(10, 256)), "N-13").message())
        .isEqualTo("The distance of cell 0 to cell 1 is 256");
    Findings.none(Designs.of(Hosts.fourNodes(), told(10, 11)), "N-13");
  }

  @Test
  void whereTheHostTellsNoDistancesTheGuestIsToldNone() {
    var design = Designs.of(MoreHosts.oneLargeNode(), told(10, 10));

    var problem = Findings.only(design, "N-13");

    assertThat(Findings.labels(problem)).containsExactly("Tell no distances");
    Findings.everyFixResolves(design, problem);
    Findings.none(Designs.of(MoreHosts.oneLargeNode(), twoCells()), "N-12");
  }
}
