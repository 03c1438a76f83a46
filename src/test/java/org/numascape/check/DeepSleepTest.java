package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.Item;
import org.numascape.topology.Setting;

final class DeepSleepTest {

  private static Guests realTime() {
    return Guests.domain("rt").vcpus(2).pinnedTo("2,3").fifo();
  }

  private static Told told(String... states) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.BOOT_PARAMETERS, "")
        .byCpu(Setting.IDLE_STATE, states);
  }

  @Test
  void deepStatesOnRealTimeCpusAreTold() {
    assertThat(
            Findings.only(Designs.of(told("C6, 133 µs=0-63").host(), realTime()), "S-05").message())
        .isEqualTo("CPUs 2-3 of rt may sleep as deeply as C6, 133 µs");
  }

  @Test
  void lightStatesAndDeepOnesElsewhereAreRight() {
    Findings.surelyNone(
        Designs.of(told("C1E, 10 µs=2-3", "C6, 133 µs=0-1,4-63").host(), realTime()), "S-05");
    Findings.surelyNone(
        Designs.of(told("C6, 133 µs=0-63").host(), Guests.domain("a").vcpus(2).pinnedTo("2,3")),
        "S-05");
  }

  @Test
  void pollingIsToldOfAnyDedicatedGuest() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.BOOT_PARAMETERS, "idle=poll nosmt").host();
    var problem =
        Findings.only(Designs.of(host, Guests.domain("a").vcpus(2).pinnedTo("2,3")), "S-05");

    assertThat(problem.title()).isEqualTo("The kernel polls instead of resting");
  }

  @Test
  void whatTunedHoldsAwakeNoFileShows() {
    var host =
        told("C6, 133 µs=0-63")
            .byName(Setting.SERVICES, "tuned=")
            .value(Setting.TUNED_PROFILE, "realtime-virtual-host")
            .host();

    Findings.cannotTell(Designs.of(host, realTime()), "S-05", "realtime-virtual-host");
  }

  @Test
  void unreadStatesAreUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), realTime()),
        "S-05",
        "kernel parameters, deepest idle state are not known");
  }

  @Test
  void theCpusThatMaySleepAreLitUp() {
    var design = Designs.of(told("C6, 133 µs=0-63").host(), realTime());

    assertThat(Findings.only(design, "S-05").where())
        .containsExactly(
            new Item.OnHost(design.host().pu(2).orElseThrow().id()),
            new Item.OnHost(design.host().pu(3).orElseThrow().id()));
  }
}
