package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.CpuTopology;

final class CoresAreThreadsTest {

  @Test
  void twoCoresOfTheGuestOnOneHostCoreAreSpread() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).topology(1, 2, 1).pinnedTo("1,17").emulator("0"));

    var problem = Findings.only(design, "P-06");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-1 are cores to the guest, but threads of one host core");
    assertThat(Findings.labels(problem))
        .containsExactly("Give each vCPU of a a core of its own", "Tell a of its threads");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestThatKnowsItsThreadsIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).topology(1, 1, 2).pinnedTo("1,17")),
        "P-06");
  }

  @Test
  void oneVcpuACoreIsRight() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,2")), "P-06");
  }

  private static String told(int vcpus, String cpus) {
    return Findings.only(
            Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(vcpus).pinnedTo(cpus)), "P-06")
        .message();
  }

  @Test
  void furtherPairsAreCounted() {
    assertThat(told(4, "1,17,2,18"))
        .isEqualTo(
            "vCPUs 0-1 are cores to the guest, but threads of one host core; so on 1 more host"
                + " core");
    assertThat(told(6, "1,17,2,18,3,19"))
        .isEqualTo(
            "vCPUs 0-1 are cores to the guest, but threads of one host core; so on 2 more host"
                + " cores");
  }

  @Test
  void aVcpuThatMayUseBothThreadsIsNoThread() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinned(0, "1,17").pinned(1, "17")),
        "P-06");
  }

  private static CpuTopology afterTheFix(Guests guest) {
    var design = Designs.of(Hosts.twoSockets(), guest);
    var fix = Findings.only(design, "P-06").fixes().getLast();
    assertThat(fix.label()).isEqualTo("Tell a of its threads");
    return fix.edit().applyTo(design).guests().getFirst().wanted().topology().orElseThrow();
  }

  @Test
  void theGuestIsToldASocketForEachCellWhereThatDivides() {
    assertThat(afterTheFix(Guests.domain("a").vcpus(4).pinnedTo("1,17,2,18")))
        .isEqualTo(new CpuTopology(1, 1, 1, 2, 2));
    assertThat(
            afterTheFix(
                Guests.domain("a").vcpus(4).cell("0-1", 1).cell("2-3", 1).pinnedTo("1,17,9,25")))
        .isEqualTo(new CpuTopology(2, 1, 1, 1, 2));
    assertThat(
            afterTheFix(
                Guests.domain("a")
                    .vcpus(6)
                    .cell("0-3", 1)
                    .cell("4-5", 1)
                    .pinnedTo("1,17,2,18,9,25")))
        .isEqualTo(new CpuTopology(1, 1, 1, 3, 2));
  }

  @Test
  void whereThreadsWouldBeApartTheGuestIsNotToldOfThem() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).topology(1, 4, 1).pinnedTo("1,2,17,18").emulator("0"));

    assertThat(Findings.labels(Findings.only(design, "P-06")))
        .containsExactly("Give each vCPU of a a core of its own");
  }
}
