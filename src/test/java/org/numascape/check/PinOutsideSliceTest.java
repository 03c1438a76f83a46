package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class PinOutsideSliceTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  private static Told slice(String... slices) {
    return Told.on(Hosts.fourNodes()).byName(Setting.SLICES, slices);
  }

  @Test
  void pinsTheGroupCutsAreTold() {
    var host = slice("machine.slice=0-31").host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "V-05").message())
        .isEqualTo("It is pinned to CPU 34, but machine.slice has only CPUs 0-31");
  }

  @Test
  void aGroupWithAllCpusAndNoneAtAllAreRight() {
    Findings.surelyNone(Designs.of(slice("machine.slice=0-63").host(), dedicated()), "V-05");
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).absent(Setting.SLICES).host(), dedicated()), "V-05");
  }

  @Test
  void anUnreadGroupIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), dedicated()), "V-05", "CPUs of control groups");
  }
}
