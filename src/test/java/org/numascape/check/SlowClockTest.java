package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class SlowClockTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  @Test
  void anotherGovernorOnDedicatedCpusIsTold() {
    var host =
        Told.on(Hosts.fourNodes())
            .byCpu(Setting.GOVERNOR, "performance=0-2", "powersave=3-63")
            .host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "S-04").message())
        .isEqualTo("The governor is powersave on CPU 34 of a");
  }

  @Test
  void performanceAndHostsWithoutGovernorsAreRight() {
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).byCpu(Setting.GOVERNOR, "performance=0-63").host(),
            dedicated()),
        "S-04");
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).absent(Setting.GOVERNOR).host(), dedicated()),
        "S-04");
  }

  @Test
  void sharedGuestsMayHaveAnyGovernor() {
    var host = Told.on(Hosts.fourNodes()).byCpu(Setting.GOVERNOR, "powersave=0-63").host();

    Findings.surelyNone(Designs.of(host, Guests.domain("a").allPinned("0-3")), "S-04");
  }

  @Test
  void unreadGovernorsAreUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), dedicated()), "S-04", "frequency governor is not known");
  }
}
