package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class NodeWithoutMemoryTest {

  @Test
  void vcpusOfANodeWithoutMemoryMoveToOneWith() {
    var design =
        Designs.of(MoreHosts.lopsided(), Guests.domain("a").vcpus(2).pinnedTo("4,5").emulator("6"));

    var problem = Findings.only(design, "N-27");

    assertThat(problem.message()).isEqualTo("vCPUs 0-1 are on node 1, which has no memory");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aNodeWithMemoryIsRight() {
    Findings.none(
        Designs.of(MoreHosts.lopsided(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "N-27");
  }
}
