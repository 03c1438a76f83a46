package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class FarNodesTest {

  private static Guests onNodes(String one, String other) {
    return Guests.domain("a")
        .vcpus(2)
        .cell("0", 4)
        .cell("1", 4)
        .strict(one + "," + other)
        .memnode(0, one)
        .memnode(1, other);
  }

  @Test
  void aCellMovesToTheNodeBesideTheOther() {
    var design = Designs.of(Hosts.fourNodes(), onNodes("0", "3"));

    var problem = Findings.only(design, "N-32");

    assertThat(problem.message())
        .isEqualTo("Its cells are on nodes 0 and 3, 32 apart; a node at 12 has room");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void nearNodesOrFullOnesAreRight() {
    Findings.none(Designs.of(Hosts.fourNodes(), onNodes("0", "1")), "N-32");
    Findings.none(
        Designs.of(
            Hosts.fourNodes(), onNodes("0", "3"), Guests.domain("full").memoryGib(62).strict("1")),
        "N-32");
  }
}
