package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;

final class ChecksTest {

  @Test
  void thePictureHasItsProblemsWorstFirst() {
    var problems = Checks.examine(Analysis.of(Designs.pictured()));

    assertThat(problems)
        .extracting(p ->
            p.severity() + " " + p.code() + " " + p.domain().orElseThrow() + ": " + p.message())
        .containsExactly(
            "ERROR N-04 build-ci: vCPUs 0-5 run on node 1, their memory is on node 2 (distance 32 vs 10)",
            "ERROR H-02 large-vm: Cell 0 needs 16,384 pages of 2 MiB on node 2, the pool has 12,288: 4,096 short (8 GiB)",
            "WARNING E-01 db-server: The emulator floats over all CPUs, including those of rt-app (real-time)",
            "WARNING E-01 build-ci: The emulator floats over all CPUs, including those of rt-app (real-time)",
            "WARNING H-19 large-vm: Its huge pages are on node 3, the emulator may use CPUs 20,52 only",
            "WARNING P-13 db-server: vCPUs 0-7 are spread over 2 L3 caches and would fit around one",
            "WARNING E-11 rt-app: Its memory is not locked, may be merged with others'; its performance counters are on",
            "INFO N-12 large-vm: The host's nodes are 12 apart, the guest assumes 20",
            "INFO N-20 build-ci: Its memory prefers node 2 and may be elsewhere",
            "INFO H-01 build-ci: It has 24 GiB in 6,291,456 small pages");
  }

  @Test
  void everyProblemOfThePictureCanBeFixedWithoutANewError() {
    var design = Designs.pictured();

    for (var problem : Checks.examine(Analysis.of(design))) {
      if (!problem.fixes().isEmpty()) {
        Findings.everyFixResolves(design, problem);
      }
    }
  }

  @Test
  void theSameDesignGivesTheSameList() {
    var once = Checks.examine(Analysis.of(Designs.pictured()));
    var again = Checks.examine(Analysis.of(Designs.pictured()));

    assertThat(again)
        .map(Problem::toString)
        .isEqualTo(once.stream().map(Problem::toString).toList());
  }

  @Test
  void aHostWithoutGuestsHasNoProblems() {
    assertThat(Checks.examine(Analysis.of(Designs.of(Hosts.fourNodes())))).isEmpty();
    assertThat(Checks.examine(Analysis.of(Designs.of(Hosts.oneNode())))).isEmpty();
  }

  @Test
  void anUnplacedGuestHasNoProblems() {
    var design = Designs.of(Hosts.fourNodes(), Guests.domain("new").vcpus(8).memoryGib(16));

    assertThat(Checks.examine(Analysis.of(design))).isEmpty();
  }
}
