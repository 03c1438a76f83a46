package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class CoreAcrossNodesTest {

  @Test
  void threadsOfOneCoreOnTwoNodesAreTold() {
    assertThat(Findings.only(Designs.of(MoreHosts.coresOnTwoNodes()), "S-14").message())
        .isEqualTo("CPUs 0-3 are threads of cores, and each core's are on different nodes");
  }

  @Test
  void coresWithinNodesAreRight() {
    Findings.none(Designs.of(Hosts.fourNodes()), "S-14");
    Findings.none(Designs.of(MoreHosts.deviceOnMemoryNode()), "S-14");
  }
}
