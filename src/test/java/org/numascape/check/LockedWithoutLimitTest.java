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
    assertThat(
            Findings.only(Designs.of(Hosts.oneNode(), Guests.domain("a").locked()), "H-07")
                .severity())
        .isEqualTo(Severity.INFO);
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
