package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class NodeWithoutCpusTest {

  @Test
  void mainMemoryBehindALinkMovesToANodeWithCpus() {
    var design = Designs.of(MoreHosts.lopsided(), Guests.domain("a").strict("2"));

    var problem = Findings.only(design, "N-26");

    assertThat(problem.message()).isEqualTo("Its memory is on node 2, which has no CPUs");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void asASlowerTierItIsRight() {
    Findings.none(
        Designs.of(
            MoreHosts.lopsided(),
            Guests.domain("a")
                .cell("0", 1)
                .cell("", 4)
                .strict("0,2")
                .memnode(0, "0")
                .memnode(1, "2")),
        "N-26");
  }
}
