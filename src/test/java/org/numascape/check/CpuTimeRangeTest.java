package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Bandwidth;

final class CpuTimeRangeTest {

  @Test
  void aPeriodInMillisecondsIsRefused() {
    var design =
        Designs.of(
            Hosts.oneNode(), Guests.domain("a").bandwidth(Bandwidth.Scope.VCPU, 100, 50_000));

    var troubled = design;
    var problem = Findings.only(troubled, "E-16");

    assertThat(problem.message()).isEqualTo("Its period is 100");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void noShareIsRefusedAtStart() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").shares(0));

    assertThat(Findings.only(design, "E-16").message()).isEqualTo("Its shares are 0");
  }

  @Test
  void microsecondsAndUnlimitedAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").bandwidth(Bandwidth.Scope.EMULATOR, 100_000, -1).shares(2048)),
        "E-16");
  }
}
