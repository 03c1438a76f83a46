package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.Core;

final class SharedSiblingsTest {

  @Test
  void twoGuestsOnTheThreadsOfACoreAreAWarning() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,2"),
            Guests.domain("b").vcpus(2).pinnedTo("17,18"));

    var problem = Findings.only(design, "P-04");

    assertThat(problem.message())
        .isEqualTo("a and b hold threads of the same 2 cores (CPUs 1-2,17-18)");
    assertThat(Findings.labels(problem)).containsExactly("Move vCPUs 0-1 of b to CPUs 0,16");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void oneGuestOnBothThreadsIsFineAndSoIsOneThreadEachOfTwoCores() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,17"),
            Guests.domain("b").vcpus(2).pinnedTo("2,3"));

    assertThat(Findings.of(design, "P-04")).isEmpty();
  }

  @Test
  void theSameCpuIsP03AndNotToldTwice() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("1"), Guests.domain("b").pinnedTo("1"));

    assertThat(Findings.of(design, "P-04")).isEmpty();
    assertThat(Findings.of(design, "P-03")).hasSize(1);
  }

  @Test
  void guestsThatNeverRunTogetherDoNotMeet() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2"),
            Guests.domain("b").pinnedTo("18"));

    assertThat(Findings.of(design, "P-04")).hasSize(1);
    Findings.none(Findings.exclusive(design, "a", "b"), "P-04");
  }

  @Test
  void theCoresAndTheirVcpusAreLitUp() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("1"),
            Guests.domain("b").pinnedTo("17"));

    var problem = Findings.only(design, "P-04");

    assertThat(problem.message()).isEqualTo("a and b hold threads of the same core (CPUs 1,17)");
    assertThat(problem.where())
        .containsExactly(
            new Item.OnHost(design.host().around(1, Core.class).orElseThrow().id()),
            new Item.Vcpu(new DomainId("a"), 0),
            new Item.Vcpu(new DomainId("b"), 0));
  }

  @Test
  void ofThreeGuestsAPersonHasToDecide() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("1"),
            Guests.domain("b").pinnedTo("17"),
            Guests.domain("c").pinnedTo("17"));

    var problem = Findings.only(design, "P-04");

    assertThat(problem.message()).startsWith("a, b and c hold threads");
    assertThat(problem.fixes()).isEmpty();
  }
}
