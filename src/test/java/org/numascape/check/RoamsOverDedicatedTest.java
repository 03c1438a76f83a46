package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;

final class RoamsOverDedicatedTest {

  @Test
  void aFloatingGuestKeepsOffDedicatedCpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("own").vcpus(2).pinnedTo("1,17").emulator("0"),
            Guests.domain("free").vcpus(4));

    var problem = Findings.only(design, "P-20");

    assertThat(problem.message()).isEqualTo("vCPUs 0-3 may run on CPUs of own");
    assertThat(Findings.labels(problem)).containsExactly("Keep free on CPUs 0,2-16,18-31");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void amongGuestsThatShareNothingIsSaid() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("set").vcpus(2).allPinned("1-4"),
            Guests.domain("free").vcpus(4)),
        "P-20");
  }

  @Test
  void guestsThatNeverRunTogetherDoNotMeet() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("own").vcpus(2).pinnedTo("1,17"),
            Guests.domain("free").vcpus(4));

    Findings.none(Findings.exclusive(design, "own", "free"), "P-20");
  }

  private static Guests own(String name, String cpu) {
    return Guests.domain(name).pinnedTo(cpu);
  }

  @Test
  void upToThreeOwnersAreNamedAndAllAreLitUp() {
    var floating = Guests.domain("free");
    var three =
        Designs.of(Hosts.twoSockets(), own("a", "1"), own("b", "2"), own("c", "3"), floating);
    var four =
        Designs.of(
            Hosts.twoSockets(),
            own("a", "1"),
            own("b", "2"),
            own("c", "3"),
            own("d", "4"),
            floating);

    assertThat(Findings.only(three, "P-20").message())
        .isEqualTo("vCPU 0 may run on CPUs of a, b and c");
    assertThat(Findings.only(four, "P-20").message())
        .isEqualTo("vCPU 0 may run on CPUs of a and 3 others");
    assertThat(Findings.only(three, "P-20").where())
        .containsExactly(
            new Item.Vcpu(new DomainId("free"), 0),
            new Item.WholeGuest(new DomainId("a")),
            new Item.WholeGuest(new DomainId("b")),
            new Item.WholeGuest(new DomainId("c")));
  }

  @Test
  void aGuestDoesNotRoamOverItself() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("rt").vcpus(2).pinned(0, "1").fifo()), "P-20");
  }
}
