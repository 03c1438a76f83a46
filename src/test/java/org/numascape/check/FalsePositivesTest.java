package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.MemoryTune;
import org.numascape.topology.PageSize;

/// Patterns that look wrong and are right: no rule warns of them.
final class FalsePositivesTest {

  /// Codes of errors and warnings.
  private static List<String> warnings(Design design) {
    return Checks.examine(Analysis.of(design)).stream()
        .filter(problem -> problem.severity() != Severity.INFO)
        .map(Problem::code)
        .distinct()
        .toList();
  }

  @Test
  void bothVcpusOfAGuestCoreMayFloatOverThePairOfHostSiblings() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(4)
                .topology(1, 2, 2)
                .pinned(0, "1,17")
                .pinned(1, "1,17")
                .pinned(2, "2,18")
                .pinned(3, "2,18")
                .strict("0")
                .emulator("0"));

    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void guestsOfClassSharedMayShareASet() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).allPinned("1-7").strict("0").emulator("1-7"),
            Guests.domain("b").vcpus(4).allPinned("1-7").strict("0").emulator("1-7"));

    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void guestsThatNeverRunTogetherMayShareCpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a")
                .vcpus(2)
                .topology(1, 1, 2)
                .pinnedTo("1,17")
                .strict("0")
                .emulator("0"),
            Guests.domain("b")
                .vcpus(2)
                .topology(1, 1, 2)
                .pinnedTo("1,17")
                .strict("0")
                .emulator("0"));

    assertThat(warnings(design)).contains("P-03");
    assertThat(warnings(Findings.exclusive(design, "a", "b"))).isEmpty();
  }

  @Test
  void emulatorAndIoThreadsMayShareHousekeepingCpus() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").pinnedTo("2").strict("0").emulator("0,16").ioThread("0,16"),
            Guests.domain("b").pinnedTo("3").strict("0").emulator("0,16").ioThread("0,16"));

    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void oneBandwidthBoundGuestThatOwnsTheHostMayInterleave() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("hpc")
                .vcpus(28)
                .topology(1, 14, 2)
                .memoryGib(110)
                .pinnedTo(
                    "1,17,2,18,3,19,4,20,5,21,6,22,7,23,9,25,10,26,11,27,12,28,13,29,14,30,15,31")
                .memory(MemoryMode.INTERLEAVE, "0-1")
                .emulator("0,8"));

    assertThat(warnings(design)).isEmpty();
  }

  /// The catalogue lets a cell have no memory, too; QEMU does not start it: `RefusedAtStart`.
  @Test
  void aCellMayHaveNoVcpusAsATierOfMemory() {
    var design =
        Designs.of(
            MoreHosts.lopsided(),
            Guests.domain("a")
                .cell("0", 1)
                .cell("", 4)
                .strict("0,2")
                .memnode(0, "0")
                .memnode(1, "2")
                .pinnedTo("1")
                .emulator("0"));

    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void aGuestOnOneNodeNeedsNoCells() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0").emulator("0"));

    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void cellsMayBeUnequalWhereTheHostIs() {
    var design =
        Designs.of(
            MoreHosts.oneLargeNode(),
            Guests.domain("a")
                .vcpus(2)
                .cell("0", 4)
                .cell("1", 8)
                .strict("0-1")
                .memnode(0, "0")
                .memnode(1, "1")
                .pinnedTo("1,5")
                .emulator("0,4"));

    assertThat(Findings.of(design, "N-11")).isEmpty();
    assertThat(warnings(design)).isEmpty();
  }

  @Test
  void onAHostWithOneNodeADeviceNeedNotSayWhereItIs() {
    var design =
        Designs.of(MoreHosts.oneNodeWithDevice(), Guests.domain("a").device("0000:05:00.0"));

    assertThat(warnings(design)).isEmpty();
    assertThat(Findings.of(design, "D-05")).isEmpty();
  }

  @Test
  void distancesAreNoLatencies() {
    var design =
        Designs.of(Hosts.fourNodes(), Guests.domain("a").pinnedTo("8").strict("2").emulator("9"));

    var why = Findings.only(design, "N-04").why();

    assertThat(why).contains("≈ ×2.1, from distances").doesNotContain("320").doesNotContain("3.2");
  }

  @Test
  void lockedMemoryWithALimitAndHugePagesWithoutALockAreRight() {
    var limit = MemoryTune.NONE.withHardLimit(OptionalLong.of(6L << 20));
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("locked")
                .memoryGib(4)
                .locked()
                .with(domain -> domain.withMemory(domain.memory().withTune(limit)))
                .pinnedTo("24")
                .strict("3")
                .emulator("25"),
            Guests.domain("huge")
                .memoryGib(4)
                .pinnedTo("16")
                .strict("2")
                .hugePages(PageSize.TWO_MIB)
                .emulator("17"));

    assertThat(Findings.of(design, "H-07")).isEmpty();
    assertThat(warnings(design)).isEmpty();
  }
}
