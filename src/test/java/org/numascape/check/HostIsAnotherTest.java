package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;

final class HostIsAnotherTest {

  @Test
  void whatIsOtherwiseIsToldUntilAPersonAgrees() {
    var now = Hosts.twoSockets().since(Hosts.fourNodes());
    var design = Designs.of(now, Guests.domain("a").pinnedTo("2"));

    var problem = Findings.only(design, "L-04");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message())
        .startsWith(
            "Since the design was made, the CPUs changed from 0-63 to 0-31, the nodes changed from"
                + " 0-3 to 0-1, the CPUs of node 0 changed from 0-7,32-39 to 0-7,16-23");
    assertThat(Findings.labels(problem)).containsExactly("Take the host as it is now");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void manyChangesAreCounted() {
    var design = Designs.of(MoreHosts.lopsided().since(Hosts.fourNodes()));

    assertThat(Findings.only(design, "L-04").message())
        .contains(", and ")
        .endsWith(" more such changes");
  }

  @Test
  void theSameHostReadAgainIsRight() {
    Findings.none(Designs.of(Hosts.fourNodes().since(Hosts.fourNodes())), "L-04");
    Findings.none(Designs.of(Hosts.fourNodes()), "L-04");
  }
}
