package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.domain.MemoryTune;
import org.numascape.topology.PageSize;

final class LockedWithoutLimitTest {

  @Test
  void lockedWithoutALimitIsTold() {
    var troubled = Designs.of(Hosts.oneNode(), Guests.domain("a").locked());
    var problem = Findings.only(troubled, "H-07");

    assertThat(problem.severity()).isEqualTo(Severity.INFO);
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void withALimitOrHugePagesWithoutALockItIsRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a")
                .locked()
                .with(domain ->
                    domain.withMemory(
                        domain
                            .memory()
                            .withTune(MemoryTune.NONE.withHardLimit(OptionalLong.of(2_097_152))))),
            Guests.domain("b").hugePages(PageSize.TWO_MIB)),
        "H-07");
  }
}
