package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.Design;
import org.numascape.domain.Bandwidth;
import org.numascape.topology.Setting;

final class CpuTimeRangeTest {

  @Test
  void aPeriodInMillisecondsIsRefused() {
    var design =
        Designs.of(
            Hosts.oneNode(), Guests.domain("a").bandwidth(Bandwidth.Scope.VCPU, 100, 50_000));

    var troubled = design;
    var problem = Findings.only(troubled, "E-16");

    assertThat(problem.message()).isEqualTo("Its period is 100");
    Findings.everyFixResolves(troubled, problem);
  }

  @Test
  void noShareIsRefusedAtStart() {
    var design = Designs.of(Hosts.oneNode(), Guests.domain("a").shares(0));

    assertThat(Findings.only(design, "E-16").message()).isEqualTo("Its shares are 0");
  }

  @Test
  void sharesAreWhatTheControlGroupsOfTheHostTake() {
    var one = Guests.domain("a").shares(1);
    var many = Guests.domain("a").shares(20_000);
    var second = Told.on(Hosts.oneNode()).value(Setting.CGROUP, "2");
    var old = Told.on(Hosts.oneNode()).value(Setting.CGROUP, "2").value(Setting.LIBVIRT, "9.0.0");
    var today =
        Told.on(Hosts.oneNode()).value(Setting.CGROUP, "2").value(Setting.LIBVIRT, "11.3.0");

    Findings.only(Designs.of(Hosts.oneNode(), one), "E-16");
    Findings.only(Designs.of(old.host(), one), "E-16");
    Findings.only(Designs.of(Hosts.oneNode(), Guests.domain("a").shares(262_145)), "E-16");
    assertThat(Findings.only(Designs.of(second.host(), many), "E-16").message())
        .isEqualTo("Its shares are 20,000");
    Findings.none(Designs.of(today.host(), one), "E-16");
    Findings.none(Designs.of(Hosts.oneNode(), many), "E-16");
  }

  @Test
  void microsecondsAndUnlimitedAreRight() {
    Findings.none(
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("a").bandwidth(Bandwidth.Scope.EMULATOR, 100_000, -1).shares(2048)),
        "E-16");
  }

  private static Design limited(long period, long quota) {
    return Designs.of(
        Hosts.oneNode(), Guests.domain("a").bandwidth(Bandwidth.Scope.VCPU, period, quota));
  }

  @Test
  void theBoundsThemselvesAreRight() {
    Findings.none(limited(1_000, 1_000), "E-16");
    Findings.none(limited(1_000_000, 17_592_186_044_415L), "E-16");
    Findings.none(limited(0, 0), "E-16");
  }

  @Test
  void whatIsJustBeyondThemIsRefused() {
    assertThat(Findings.only(limited(999, 1_000), "E-16").message()).isEqualTo("Its period is 999");
    assertThat(Findings.only(limited(1_000_001, 1_000), "E-16").message())
        .isEqualTo("Its period is 1,000,001");
    assertThat(Findings.only(limited(1_000, 999), "E-16").message()).isEqualTo("Its quota is 999");
    assertThat(Findings.only(limited(1_000, 17_592_186_044_416L), "E-16").message())
        .isEqualTo("Its quota is 17,592,186,044,416");
  }
}
