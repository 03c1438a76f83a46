package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.CpuSet;

final class SharedCpuAcrossDomainsTest {

  @Test
  void oneCpuInThePinsOfTwoGuestsIsAWarning() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,17"),
            Guests.domain("b").vcpus(2).pinnedTo("1,17"));

    var problem = Findings.only(design, "P-03");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message()).isEqualTo("CPUs 1,17 are in the pins of a and b");
    assertThat(problem.domain()).contains(new DomainId("b"));
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestWithAChoiceStepsAside() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("1"),
            Guests.domain("b").vcpus(4).allPinned("0-7,16-23"));

    var problem = Findings.only(design, "P-03");

    assertThat(Findings.labels(problem)).containsExactly("Keep b off CPU 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void guestsThatShareASetAreAdviceOnly() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).allPinned("0-7"),
            Guests.domain("b").vcpus(4).allPinned("0-7"),
            Guests.domain("c").vcpus(4).allPinned("0-7"));

    var problem = Findings.only(design, "P-03");

    assertThat(problem.severity()).isEqualTo(Severity.INFO);
    assertThat(problem.message()).isEqualTo("CPUs 0-7 are in the pins of a, b and c");
  }

  @Test
  void emulatorsOnTheSameHousekeepingCpusAreFine() {
    var design =
        Designs.of(
                Hosts.twoSockets(),
                Guests.domain("a").pinnedTo("2").emulator("0,16").ioThread("0,16"),
                Guests.domain("b").pinnedTo("3").emulator("0,16"))
            .withReserved(CpuSet.of(0, 16));

    assertThat(Findings.of(design, "P-03")).isEmpty();
  }

  @Test
  void unpinnedGuestsAreNotInAnybodysPins() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("1"), Guests.domain("b").vcpus(4));

    assertThat(Findings.of(design, "P-03")).isEmpty();
  }

  @Test
  void guestsThatNeverRunTogetherDoNotMeet() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("2"), Guests.domain("b").pinnedTo("2"));

    assertThat(Findings.of(design, "P-03")).hasSize(1);
    Findings.none(Findings.exclusive(design, "a", "b"), "P-03");
  }

  @Test
  void theCpuAndWhoIsPinnedThereAreLitUpAndTheLastGuestMoves() {
    var design =
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").pinnedTo("1"), Guests.domain("b").pinnedTo("1"));

    var problem = Findings.only(design, "P-03");

    assertThat(problem.message()).isEqualTo("CPU 1 is in the pins of a and b");
    assertThat(problem.title()).isEqualTo("Guests share CPUs");
    assertThat(problem.where())
        .containsExactly(
            new Item.OnHost(design.host().pu(1).orElseThrow().id()),
            new Item.Vcpu(new DomainId("a"), 0),
            new Item.Vcpu(new DomainId("b"), 0));
    assertThat(Findings.labels(problem)).containsExactly("Move vCPU 0 of b to CPU 0");
  }

  @Test
  void aSharedSetIsCalledThatAndHasNoWayOut() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).allPinned("0-7"),
            Guests.domain("b").vcpus(4).allPinned("0-7"));

    var problem = Findings.only(design, "P-03");

    assertThat(problem.title()).isEqualTo("Guests share a set of CPUs");
    assertThat(problem.fixes()).isEmpty();
  }

  @Test
  void whereTwoBelongThereAndAThirdHasAChoiceAPersonHasToDecide() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("1"),
            Guests.domain("b").pinnedTo("1"),
            Guests.domain("c").allPinned("0-7"));

    var problem = Findings.only(design, "P-03");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.fixes()).isEmpty();
  }

  @Test
  void aGuestWhoseWholeSetIsTakenCannotStepAside() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).pinnedTo("1,2"),
            Guests.domain("b").allPinned("1-2"));

    assertThat(Findings.of(design, "P-03")).isNotEmpty().allMatch(p -> p.fixes().isEmpty());
  }
}
