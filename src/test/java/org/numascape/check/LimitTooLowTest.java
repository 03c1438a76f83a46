package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryTune;

final class LimitTooLowTest {

  private static Guests limited(long kib) {
    var tune = MemoryTune.NONE.withHardLimit(OptionalLong.of(kib));
    return Guests.domain("a").with(domain -> domain.withMemory(domain.memory().withTune(tune)));
  }

  @Test
  void aLimitOfItsMemoryKillsIt() {
    var design = Designs.of(Hosts.oneNode(), limited(1_048_576));

    var problem = Findings.only(design, "N-39");

    assertThat(problem.message()).isEqualTo("It has 1 GiB of memory and a hard limit of 1 GiB");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aHigherOneOrNoneDoesNot() {
    Findings.none(Designs.of(Hosts.oneNode(), limited(1_048_577)), "N-39");
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a")), "N-39");
  }
}
