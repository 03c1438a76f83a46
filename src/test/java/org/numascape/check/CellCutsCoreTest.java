package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class CellCutsCoreTest {

  @Test
  void threadsOfOneGuestCoreInTwoCells() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(1, 2, 2).cell("0,2", 1).cell("1,3", 1));

    var troubled = design;
    var problem = Findings.only(troubled, "N-10");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 are a guest core, but in different cells");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void oneGuestSocketInTwoCellsWhereTheHostHasANodeASocket() {
    var guest = Guests.domain("a").vcpus(4).topology(1, 2, 2).cell("0-1", 1).cell("2-3", 1);

    var problem = Findings.only(Designs.of(Hosts.twoSockets(), guest), "N-10");

    assertThat(problem.title()).isEqualTo("Two cells share a guest socket");
    Findings.none(Designs.of(Hosts.fourNodes(), guest), "N-10");
  }

  @Test
  void aSocketForEachCellIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(2, 1, 2).cell("0-1", 1).cell("2-3", 1)),
        "N-10");
  }

  @Test
  void theLastCoreMayBeCutToo() {
    assertThat(
            Findings.only(
                    Designs.of(
                        Hosts.twoSockets(),
                        Guests.domain("a").vcpus(4).topology(1, 2, 2).cell("0-2", 1).cell("3", 1)),
                    "N-10")
                .message())
        .isEqualTo("vCPUs 2-3 are a guest core, but in different cells");
  }

  @Test
  void theSecondOfTwoSocketsMayBeCutToo() {
    assertThat(
            Findings.only(
                    Designs.of(
                        Hosts.twoSockets(),
                        Guests.domain("a").vcpus(4).topology(2, 2, 1).cell("0-2", 1).cell("3", 1)),
                    "N-10")
                .message())
        .isEqualTo("vCPUs 2-3 are a guest socket, but in different cells");
  }

  @Test
  void whereTheShapeFitsTheCellsTheyAreMadeAlike() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(2, 1, 2).cell("0,2", 1).cell("1,3", 1));

    var problem = Findings.only(design, "N-10");

    assertThat(Findings.labels(problem)).containsExactly("Make the cells of a alike");
    Findings.everyFixResolves(design, problem);
  }
}
