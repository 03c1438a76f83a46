package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class SocketIsNotNodeTest {

  @Test
  void cpusOfTheSameSocketMayBeOfAnotherNode() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(4).pinnedTo("6,7,8,9").strict("0").emulator("1"));

    var problem = Findings.only(design, "P-28");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-3 are in one socket, but on nodes 0-1 of it; the memory is on node 0");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void twoSocketsOrOneNodeAreOtherStories() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("far").vcpus(2).pinnedTo("6,16").strict("0"),
            Guests.domain("near").vcpus(2).pinnedTo("2,3").strict("0")),
        "P-28");
  }

  @Test
  void vcpusWithAChoiceOfCoresAreNotPacked() {
    Findings.none(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").vcpus(2).allPinned("6-9").strict("0")),
        "P-28");
  }
}
