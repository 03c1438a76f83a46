package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class NumadRunsTest {

  private static Guests placed() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0");
  }

  @Test
  void numadBesidePinsIsTold() {
    var host = Told.on(Hosts.fourNodes()).byName(Setting.SERVICES, "numad=", "tuned=").host();

    assertThat(Findings.only(Designs.of(host, placed()), "S-02").message())
        .isEqualTo("numad runs beside the pins of a");
  }

  @Test
  void withoutNumadOrPinsAllIsWell() {
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).byName(Setting.SERVICES, "tuned=").host(), placed()),
        "S-02");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).byName(Setting.SERVICES, "numad=").host(),
            Guests.domain("b")),
        "S-02");
  }

  @Test
  void whoSeesNoProcessesCannotTell() {
    Findings.cannotTell(Designs.of(Hosts.fourNodes(), placed()), "S-02", "running services");
  }
}
