package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.PageSize;

final class SmallPagesTest {

  @Test
  void aLargeDedicatedGuestGoesOnHugePages() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(8).pinnedTo("1").emulator("0").strict("0"));

    var problem = Findings.only(design, "H-01");

    assertThat(problem.message()).isEqualTo("It has 8 GiB in 2,097,152 small pages");
    assertThat(Findings.labels(problem))
        .containsExactly("Put a on pages of 2 MiB and grow the pools");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestWithADeviceGoesOnHugePages() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").memoryGib(2).strict("1").device("0000:81:00.0"));

    var problem = Findings.only(design, "H-16");

    assertThat(problem.message())
        .isEqualTo("It is given a device and has 2 GiB in 524,288 small pages");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void smallSharedOrAlreadyHugeIsRight() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("small").memoryGib(4).pinnedTo("1"),
            Guests.domain("shared").memoryGib(16).vcpus(2).allPinned("2-5"),
            Guests.domain("huge").memoryGib(16).pinnedTo("6").hugePages(PageSize.TWO_MIB));

    Findings.none(design, "H-01");
    Findings.none(design, "H-16");
  }

  private static Guests large(String node, String cpu, long gib) {
    return Guests.domain("a").memoryGib(gib).pinnedTo(cpu).emulator(cpu).strict(node);
  }

  @Test
  void fromThirtyTwoGibOnPagesOfOneGibAreProposedWhereTheHostHasSuch() {
    var there = Designs.of(Hosts.fourNodes(), large("0", "1", 32));
    var smaller = Designs.of(Hosts.fourNodes(), large("3", "25", 31));
    var elsewhere = Designs.of(Hosts.fourNodes(), large("3", "25", 32));
    var nowhere = Designs.of(Hosts.twoSockets(), large("1", "9", 32));

    assertThat(Findings.labels(Findings.only(there, "H-01")))
        .containsExactly("Put a on pages of 1 GiB");
    assertThat(Findings.labels(Findings.only(smaller, "H-01")))
        .containsExactly("Put a on pages of 2 MiB");
    assertThat(Findings.labels(Findings.only(elsewhere, "H-01")))
        .containsExactly("Put a on pages of 1 GiB and grow the pools");
    assertThat(Findings.labels(Findings.only(nowhere, "H-01")))
        .containsExactly("Put a on pages of 2 MiB and grow the pools");
    Findings.everyFixResolves(elsewhere, Findings.only(elsewhere, "H-01"));
  }

  @Test
  void memoryThatIsUnboundOrNoWholeNumberOfPagesStays() {
    var unbound =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").memoryGib(8).pinnedTo("1").emulator("0"));
    var odd =
        Designs.of(
            Hosts.twoSockets(),
            large("1", "9", 8)
                .with(domain -> domain.withMemory(domain.memory().withKib(8 * 1_048_576 + 1_024))));

    assertThat(Findings.only(unbound, "H-01").fixes()).isEmpty();
    assertThat(Findings.only(odd, "H-01").fixes()).isEmpty();
  }

  @Test
  void onlyThePoolsOfTheGuestGrow() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            large("1", "9", 8),
            Guests.domain("short").memoryGib(4).strict("0").hugePages(PageSize.TWO_MIB));

    var fix = Findings.only(design, "H-01").fixes().getFirst();
    var fixed = fix.edit().applyTo(design);

    assertThat(fixed.poolPages(1, PageSize.TWO_MIB)).hasValue(4_096);
    assertThat(fixed.poolPages(0, PageSize.TWO_MIB).orElse(0)).isZero();
  }
}
