package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class PinnedForNothingTest {

  private static Guests pinned(String name, String cpus) {
    return Guests.domain(name).vcpus(4).pinnedTo(cpus).strict("0");
  }

  private static Guests floating(String cpus) {
    return Guests.domain("pool").vcpus(4).allPinned(cpus).strict("0");
  }

  @Test
  void pinsToCpusThatOthersUseGainNothing() {
    var design = Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4"), floating("1-5,10"));

    var problem = Findings.only(design, "P-27");

    assertThat(problem.severity()).isEqualTo(Severity.INFO);
    assertThat(problem.message())
        .isEqualTo("Every vCPU is pinned to one CPU, and pool floats over all of CPUs 1-4");
    assertThat(Findings.labels(problem)).containsExactly("Let a float over CPUs 1-5");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void guestsThatNeverRunTogetherShareNothing() {
    var design = Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4"), floating("1-5"));

    Findings.none(Findings.exclusive(design, "a", "pool"), "P-27");
  }

  @Test
  void guestsPinnedToEachOthersCpusAreAnotherMistake() {
    var design = Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4"), pinned("b", "4,3,2,1"));

    Findings.none(design, "P-27");
    assertThat(Findings.of(design, "P-03")).isNotEmpty();
  }

  @Test
  void aCpuForItselfIsAReason() {
    Findings.none(Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4"), floating("2-5")), "P-27");
    Findings.none(Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4")), "P-27");
  }

  @Test
  void realTimeOneVcpuAndPinsToCoresAreOtherCases() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), pinned("a", "1,2,3,4").fifo(), floating("1-5")), "P-27");
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").pinnedTo("1"), floating("1-5")), "P-27");
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(2).allPinned("1,17").strict("0"),
            floating("1-5,17")),
        "P-27");
  }
}
