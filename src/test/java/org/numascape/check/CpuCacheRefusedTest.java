package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.domain.CpuCache;
import org.numascape.domain.CpuMode;

final class CpuCacheRefusedTest {

  private static Design cached(CpuMode mode, OptionalInt level, String how) {
    return Designs.of(
        Hosts.oneNode(),
        Guests.domain("a")
            .with(domain ->
                domain.withCpu(
                    domain
                        .cpu()
                        .withMode(Optional.of(mode), Optional.empty())
                        .withCache(Optional.of(new CpuCache(level, how))))));
  }

  private static String told(Design design) {
    var problem = Findings.only(design, "P-29");
    Findings.everyFixResolves(design, problem);
    return problem.message();
  }

  @Test
  void whatLibvirtRefusesIsTold() {
    assertThat(told(cached(CpuMode.HOST_MODEL, OptionalInt.of(2), "emulate")))
        .isEqualTo("The cache is emulated on level 2, not 3");
    assertThat(told(cached(CpuMode.HOST_MODEL, OptionalInt.empty(), "emulate")))
        .isEqualTo("The cache is emulated on no level, not on 3");
    assertThat(told(cached(CpuMode.HOST_MODEL, OptionalInt.of(3), "disable")))
        .isEqualTo("The cache is switched off on one level only");
    assertThat(told(cached(CpuMode.HOST_MODEL, OptionalInt.empty(), "passthrough")))
        .isEqualTo("The cache is passed through, the CPU is not");
    assertThat(told(cached(CpuMode.HOST_PASSTHROUGH, OptionalInt.of(3), "passthrough")))
        .isEqualTo("The cache is passed through on one level only");
  }

  @Test
  void whatItTakesIsNot() {
    Findings.none(cached(CpuMode.HOST_MODEL, OptionalInt.of(3), "emulate"), "P-29");
    Findings.none(cached(CpuMode.HOST_PASSTHROUGH, OptionalInt.empty(), "passthrough"), "P-29");
    Findings.none(cached(CpuMode.MAXIMUM, OptionalInt.empty(), "passthrough"), "P-29");
    Findings.none(cached(CpuMode.HOST_MODEL, OptionalInt.empty(), "disable"), "P-29");
    Findings.none(Designs.of(Hosts.oneNode(), Guests.domain("a")), "P-29");
  }
}
