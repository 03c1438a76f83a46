package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.GuestCell;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.CpuSet;
import org.numascape.topology.PageSize;

final class FlatGuestTest {

  @Test
  void aGuestOnTwoNodesWithoutCellsIsPulledToOne() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,9").emulator("0"));

    var problem = Findings.only(design, "P-08");

    assertThat(problem.message()).isEqualTo("The vCPUs are on nodes 0-1, the guest sees one node");
    assertThat(Findings.labels(problem))
        .containsExactly("Pull a to node 0", "Give a a cell on each of nodes 0-1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void cellsOrOneNodeAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("told").vcpus(2).cell("0", 1).cell("1", 1).pinnedTo("1,9"),
            Guests.domain("near").vcpus(2).pinnedTo("2,3")),
        "P-08");
  }

  @Test
  void aBandwidthBoundGuestThatOwnsTheHostIsRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("hpc")
                .vcpus(2)
                .memoryGib(100)
                .pinnedTo("1,9")
                .memory(MemoryMode.INTERLEAVE, "0-1")),
        "P-08");
  }

  @Test
  void oneCellIsNotEnough() {
    assertThat(
            Findings.of(
                Designs.of(
                    Hosts.twoSockets(), Guests.domain("a").vcpus(2).cell("0-1", 2).pinnedTo("1,9")),
                "P-08"))
        .hasSize(1);
  }

  @Test
  void vcpusThatMayRunOnSeveralNodesDoNotCount() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinned(0, "1").pinned(1, "0-31")),
        "P-08");
  }

  @Test
  void strictMemoryOfTheWholeHostIsNoExcuse() {
    assertThat(
            Findings.of(
                Designs.of(
                    Hosts.twoSockets(), Guests.domain("a").vcpus(2).pinnedTo("1,9").strict("0-1")),
                "P-08"))
        .hasSize(1);
  }

  @Test
  void cellsGetMemoryInProportionToTheirVcpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).memoryGib(4).pinnedTo("1,2,3,9").emulator("0"));

    var fix = Findings.only(design, "P-08").fixes().getLast();
    var cells = fix.edit().applyTo(design).guests().getFirst().wanted().cells();

    assertThat(cells)
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 2), CpuSet.of(3));
    assertThat(cells).extracting(GuestCell::memoryKib).containsExactly(3 * 1_048_576L, 1_048_576L);
  }

  @Test
  void cellsHoldWholePagesAndNoneIsLeftWithoutMemory() {
    var odd =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(2)
                .memoryGib(3)
                .hugePages(PageSize.ONE_GIB)
                .pinnedTo("1,9")
                .emulator("2"));
    var one =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(2)
                .memoryGib(1)
                .hugePages(PageSize.ONE_GIB)
                .pinnedTo("1,9")
                .emulator("2"));

    var fix = Findings.only(odd, "P-08").fixes().getLast();

    assertThat(fix.edit().applyTo(odd).guests().getFirst().wanted().cells())
        .extracting(GuestCell::memoryKib)
        .containsExactly(1_048_576L, 2 * 1_048_576L);
    assertThat(Findings.labels(Findings.only(one, "P-08"))).containsExactly("Pull a to node 0");
  }
}
