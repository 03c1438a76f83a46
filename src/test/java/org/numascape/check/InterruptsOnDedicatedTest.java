package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class InterruptsOnDedicatedTest {

  private static Guests dedicated() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,34");
  }

  private static Told balanced(String... irqbalance) {
    return Told.on(Hosts.fourNodes())
        .byName(Setting.SERVICES, "irqbalance=")
        .byName(Setting.IRQBALANCE, irqbalance)
        .value(Setting.ISOLATED, "")
        .absent(Setting.NOHZ_FULL);
  }

  @Test
  void dedicatedCpusThatAreNotBannedAreTold() {
    var design = Designs.of(balanced("IRQBALANCE_BANNED_CPULIST=8-15,34").host(), dedicated());

    assertThat(Findings.only(design, "S-06").message())
        .isEqualTo("irqbalance may put interrupts on CPU 2 of a");
  }

  @Test
  void anEmptyListTakesTheBanOfIsolatedCpusAway() {
    var host = balanced("IRQBALANCE_BANNED_CPULIST=").value(Setting.ISOLATED, "2,34").host();

    assertThat(Findings.only(Designs.of(host, dedicated()), "S-06").message())
        .endsWith("IRQBALANCE_BANNED_CPULIST is set to nothing");
  }

  @Test
  void isolatedCpusAreBannedWithoutASetting() {
    Findings.surelyNone(
        Designs.of(balanced().value(Setting.ISOLATED, "2,34").host(), dedicated()), "S-06");
    Findings.surelyNone(
        Designs.of(
            balanced().absent(Setting.NOHZ_FULL).value(Setting.NOHZ_FULL, "2,34").host(),
            dedicated()),
        "S-06");
  }

  @Test
  void withoutIrqbalanceNothingMovesThere() {
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).byName(Setting.SERVICES).host(), dedicated()),
        "S-06");
  }

  @Test
  void settingsThatWereNotReadAreUnknown() {
    Findings.cannotTell(
        Designs.of(
            Told.on(Hosts.fourNodes())
                .byName(Setting.SERVICES, "irqbalance=")
                .refused(Setting.IRQBALANCE)
                .host(),
            dedicated()),
        "S-06",
        "irqbalance's settings");
    Findings.cannotTell(Designs.of(Hosts.fourNodes(), dedicated()), "S-06", "running services");
    Findings.cannotTell(
        Designs.of(balanced("IRQBALANCE_BANNED_CPULIST=all but 3").host(), dedicated()),
        "S-06",
        "no list of CPUs: all but 3");
  }
}
