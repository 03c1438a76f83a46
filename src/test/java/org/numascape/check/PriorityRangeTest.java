package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.Scheduling;

final class PriorityRangeTest {

  @Test
  void aPriorityBeyondTheKernelsIsRefusedAtStart() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").scheduled("0", "fifo", 100));

    var problem = Findings.only(design, "E-14");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("fifo has priority 100, the kernel knows 1 to 99");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void priorityOneIsEnough() {
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a").fifo()), "E-14");
  }

  @Test
  void theBoundsAreRightAndZeroIsNot() {
    Findings.none(
        Designs.of(Hosts.oneNode(), Guests.domain("a").scheduled("0", "fifo", 99)), "E-14");
    var zero = Designs.of(Hosts.oneNode(), Guests.domain("a").scheduled("0", "rr", 0));
    assertThat(Findings.only(zero, "E-14").message())
        .isEqualTo("rr has priority 0, the kernel knows 1 to 99");
  }

  @Test
  void theEmulatorsPriorityIsMendedToTheNearest() {
    var scheduling = new Scheduling("fifo", OptionalInt.of(120));
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a")
                .with(domain ->
                    domain.withCpuTune(
                        domain
                            .cpuTune()
                            .withSchedulers(List.of(), List.of(), Optional.of(scheduling)))));

    var problem = Findings.only(design, "E-14");
    var fixed = problem.fixes().getFirst().edit().applyTo(design).guests().getFirst().wanted();

    assertThat(fixed.cpuTune().emulatorScheduler())
        .contains(new Scheduling("fifo", OptionalInt.of(99)));
    Findings.everyFixResolves(design, problem);
  }
}
