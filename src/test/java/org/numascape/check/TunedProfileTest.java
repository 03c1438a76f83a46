package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class TunedProfileTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  private static Told tuned(String profile, String... variables) {
    return Told.on(Hosts.fourNodes())
        .byName(Setting.SERVICES, "tuned=")
        .value(Setting.TUNED_PROFILE, profile)
        .byName(Setting.TUNED_VARIABLES, variables);
  }

  @Test
  void aProfileForAnotherMachineIsTold() {
    assertThat(Findings.only(Designs.of(tuned("balanced").host(), dedicated()), "S-10").message())
        .isEqualTo("tuned's profile is balanced, which is for another kind of machine");
  }

  @Test
  void aRealTimeGuestWantsItsOwnProfile() {
    assertThat(
            Findings.only(Designs.of(tuned("virtual-host").host(), dedicated().fifo()), "S-10")
                .message())
        .isEqualTo("tuned's profile is virtual-host, and a is real-time");
  }

  @Test
  void tunedThatDoesNotRunIsTold() {
    var host =
        Told.on(Hosts.fourNodes())
            .byName(Setting.SERVICES)
            .absent(Setting.TUNED_PROFILE, Setting.TUNED_VARIABLES)
            .host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "S-10").message())
        .startsWith("tuned does not run");
  }

  @Test
  void variablesForVirtualHostAreInVain() {
    var host = tuned("virtual-host", "virtual-host isolated_cores=2-31").host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "S-10").message())
        .isEqualTo("Variables are set for tuned's virtual-host, which reads none");
  }

  @Test
  void profilesForHostsAreRight() {
    Findings.surelyNone(Designs.of(tuned("virtual-host").host(), dedicated()), "S-10");
    Findings.surelyNone(
        Designs.of(
            tuned("realtime-virtual-host", "realtime-virtual-host isolated_cores=2").host(),
            dedicated().fifo()),
        "S-10");
  }

  @Test
  void anUnreadProfileIsUnknown() {
    Findings.cannotTell(Designs.of(Hosts.fourNodes(), dedicated()), "S-10", "tuned's profile");
  }
}
