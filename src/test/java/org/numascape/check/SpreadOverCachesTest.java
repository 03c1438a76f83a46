package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.topology.CpuSet;

final class SpreadOverCachesTest {

  @Test
  void vcpusThatFitAroundOneCachePackThere() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(4).pinnedTo("2,3,4,5").strict("0").emulator("1"));

    var problem = Findings.only(design, "P-13");

    assertThat(problem.message())
        .isEqualTo("vCPUs 0-3 are spread over 2 L3 caches and would fit around one");
    assertThat(Findings.labels(problem)).containsExactly("Pack vCPUs 0-3 of a around one L3");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void whereOthersAreInTheWayNothingIsSaid() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(4).pinnedTo("2,3,4,5").strict("0"),
            Guests.domain("b").pinnedTo("1"),
            Guests.domain("c").pinnedTo("6")),
        "P-13");
  }

  @Test
  void aGuestThatNeedsMoreThanOneCacheIsRight() {
    Findings.none(
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(6).topology(1, 6, 1).pinnedTo("1,2,3,4,5,6")),
        "P-13");
  }

  @Test
  void theRoomierCacheTakesThemEachOnItsOwnCore() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a").vcpus(2).pinnedTo("3,4").strict("0").emulator("8"),
            Guests.domain("b").pinnedTo("1").emulator("8"));

    var fix = Findings.only(design, "P-13").fixes().getFirst();
    var pins = fix.edit().applyTo(design).guests().getFirst().wanted().vcpuPins().values();

    assertThat(pins.stream().reduce(CpuSet.EMPTY, CpuSet::or)).isEqualTo(CpuSet.of(4, 5));
  }

  @Test
  void threadsOfACoreStayTogether() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("a")
                .vcpus(4)
                .topology(1, 2, 2)
                .pinnedTo("3,35,4,36")
                .strict("0")
                .emulator("8"),
            Guests.domain("b").pinnedTo("1").emulator("8"));

    var fix = Findings.only(design, "P-13").fixes().getFirst();
    var pins = fix.edit().applyTo(design).guests().getFirst().wanted().vcpuPins().values();

    assertThat(pins.stream().reduce(CpuSet.EMPTY, CpuSet::or)).isEqualTo(CpuSet.of(4, 5, 36, 37));
  }
}
