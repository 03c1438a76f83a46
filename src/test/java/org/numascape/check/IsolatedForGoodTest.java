package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class IsolatedForGoodTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  private static Told told(String line, String isolated, String ticking) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.BOOT_PARAMETERS, line)
        .value(Setting.ISOLATED, isolated)
        .value(Setting.NOHZ_FULL, ticking);
  }

  @Test
  void isolcpusWithoutARealTimeGuestIsTold() {
    var host = told("isolcpus=managed_irq,domain,2,34", "2,34", "").host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "S-08").message())
        .isEqualTo(
            "CPUs 2,34 are isolated by isolcpus until the next boot, and no guest is real-time");
  }

  @Test
  void aRealTimeGuestIsAReason() {
    var host = told("isolcpus=2,34 nohz_full=2,34", "2,34", "2,34").host();

    Findings.surelyNone(Designs.of(host, dedicated().fifo()), "S-08");
  }

  @Test
  void ticksOnOtherCpusThanIsolatedOnesAreTold() {
    var host = told("isolcpus=2,34 nohz_full=2-3,34", "2,34", "2-3,34").host();
    var problem = Findings.only(Designs.of(host, dedicated().fifo()), "S-08");

    assertThat(problem.title()).isEqualTo("Isolation and ticks name other CPUs");
    assertThat(problem.message())
        .isEqualTo("isolcpus is 2,34 and nohz_full is 2-3,34: CPU 3 has one without the other");
  }

  @Test
  void whereNothingIsIsolatedNothingIsAsked() {
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).value(Setting.ISOLATED, "").host(), dedicated()),
        "S-08");
  }

  @Test
  void unreadIsolationIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), dedicated()), "S-08", "kernel parameters, isolated CPUs");
  }
}
