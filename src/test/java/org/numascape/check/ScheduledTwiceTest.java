package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;

final class ScheduledTwiceTest {

  @Test
  void overlappingSchedulersAreRefused() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).scheduled("0-2", "fifo", 1).scheduled("2-3", "batch", 1));

    var troubled = design;
    var problem = Findings.only(troubled, "E-15");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    Findings.everyFixResolves(troubled, problem);
    assertThat(Findings.only(design, "E-15").message()).isEqualTo("vCPU 2 is in two schedulers");
  }

  @Test
  void apartTheyAreRight() {
    Findings.none(
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").vcpus(4).scheduled("0-1", "fifo", 1).scheduled("2-3", "rr", 1)),
        "E-15");
  }
}
