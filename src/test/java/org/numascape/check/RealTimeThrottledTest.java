package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class RealTimeThrottledTest {

  private static Guests realTime() {
    return Guests.domain("rt").vcpus(2).pinnedTo("2,3").fifo();
  }

  @Test
  void throttledRealTimeGuestsAreTold() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.REAL_TIME_RUNTIME, "950000").host();

    assertThat(Findings.only(Designs.of(host, realTime()), "E-10").message())
        .isEqualTo(
            "The real-time vCPUs of rt may be stopped for 50 ms of each second"
                + " (/real-time-runtime)");
  }

  @Test
  void withoutThrottlingOrRealTimeGuestsAllIsWell() {
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.REAL_TIME_RUNTIME, "-1").host(), realTime()),
        "E-10");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.REAL_TIME_RUNTIME, "950000").host(),
            Guests.domain("a").vcpus(1).pinnedTo("2")),
        "E-10");
  }

  @Test
  void anUnreadLimitIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), realTime()), "E-10", "time for real-time threads");
  }
}
