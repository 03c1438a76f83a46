package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class UnequalNodesTest {

  @Test
  void unequalMemoryIsToldByNode() {
    assertThat(Findings.only(Designs.of(MoreHosts.oneLargeNode()), "S-15").message())
        .isEqualTo("The nodes have unequal memory: node 0 16 GiB, node 1 32 GiB");
  }

  @Test
  void alikeNodesAndNodesOfOneKindOnlyAreRight() {
    Findings.none(Designs.of(Hosts.fourNodes()), "S-15");
    Findings.none(Designs.of(MoreHosts.lopsided()), "S-15");
  }
}
