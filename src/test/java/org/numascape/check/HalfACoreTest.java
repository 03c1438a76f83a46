package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

final class HalfACoreTest {

  @Test
  void theThreadBesideAnOddVcpuIsKeptForTheHost() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(3).pinnedTo("1,17,2").emulator("0"));

    var problem = Findings.only(design, "P-24");

    assertThat(problem.message())
        .isEqualTo(
            "It has whole cores and threads of others: CPU 18 beside its vCPUs is free for anybody");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void wholeCoresOrOneThreadOfEachAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,17"),
            Guests.domain("b").vcpus(2).pinnedTo("3,4")),
        "P-24");
  }

  @Test
  void severalThreadsAreToldInThePluralAndLitUp() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(4).pinnedTo("1,17,2,3").emulator("0"));

    var problem = Findings.only(design, "P-24");

    assertThat(problem.message())
        .isEqualTo(
            "It has whole cores and threads of others: CPUs 18-19 beside its vCPUs are free for"
                + " anybody");
    assertThat(problem.where())
        .containsExactly(
            new Item.WholeGuest(new DomainId("a")),
            new Item.OnHost(design.host().pu(18).orElseThrow().id()),
            new Item.OnHost(design.host().pu(19).orElseThrow().id()));
  }

  @Test
  void aSharedGuestHasNoCores() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).allPinned("1,17,2")), "P-24");
  }
}
