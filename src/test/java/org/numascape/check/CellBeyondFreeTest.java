package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.PageSize;

final class CellBeyondFreeTest {

  @Test
  void aCellThatFindsTooLittleFreeMovesToAnotherNode() {
    var design = Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(20).strict("2"));

    var problem = Findings.only(design, "N-15");

    assertThat(problem.message()).isEqualTo("Its memory needs 20 GiB, node 2 has 14 GiB free now");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aRunningGuestHasItsMemory() {
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").memoryGib(20).strict("2").running()),
        "N-15");
  }

  @Test
  void hugePagesComeFromThePool() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").memoryGib(20).strict("2").hugePages(PageSize.TWO_MIB)),
        "N-15");
  }

  private static Guests bound(long gib, String nodes) {
    return Guests.domain("a").memoryGib(gib).strict(nodes);
  }

  @Test
  void exactlyWhatIsFreeIsEnoughAndSeveralNodesAreAnotherMatter() {
    Findings.none(Designs.of(Hosts.fourNodes(), bound(14, "2")), "N-15");
    Findings.none(Designs.of(Hosts.fourNodes(), bound(40, "2-3")), "N-15");
  }

  @Test
  void theCellMovesToTheNearestNodeThatHasItFree() {
    assertThat(
            Findings.labels(Findings.only(Designs.of(Hosts.fourNodes(), bound(30, "2")), "N-15")))
        .containsExactly("Move cell 0 of a to node 3");
    assertThat(
            Findings.labels(Findings.only(Designs.of(Hosts.fourNodes(), bound(31, "2")), "N-15")))
        .containsExactly("Move cell 0 of a to node 1");
  }
}
