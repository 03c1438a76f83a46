package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class TopologySumTest {

  @Test
  void aTopologyThatDoesNotAddUpIsRefused() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(6).topology(1, 4, 2));

    var problem = Findings.only(design, "P-23");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("1 socket · 4 cores · 2 threads make 8 vCPUs, the guest has 6");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theMaximumCountsNotWhatIsPluggedIn() {
    Findings.none(
        Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(4).maximum(8).topology(1, 4, 2)),
        "P-23");
  }

  private static List<String> waysOut(int vcpus) {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("a").vcpus(vcpus).topology(2, 4, 2));
    return Findings.labels(Findings.only(design, "P-23"));
  }

  @Test
  void socketsAndThreadsStayAsFarAsTheNumberAllows() {
    assertThat(waysOut(12)).containsExactly("Make it 2 sockets · 3 cores · 2 threads");
    assertThat(waysOut(9)).containsExactly("Make it 1 socket · 9 cores · 1 thread");
  }
}
