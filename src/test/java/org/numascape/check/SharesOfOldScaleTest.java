package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class SharesOfOldScaleTest {

  @Test
  void sharesOfCgroup1AreToldOnCgroup2() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.CGROUP, "2").host();
    var design = Designs.of(host, Guests.domain("a").shares(2_048));
    var problem = Findings.only(design, "S-11");

    assertThat(problem.message())
        .isEqualTo("Its shares of 2,048 weigh as much as 20 guests with the usual 100");
    assertThat(Findings.labels(problem)).containsExactly("Set the shares to 200");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void theyAreRightOnCgroup1AndSmallOnesAnywhere() {
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.CGROUP, "1").host(),
            Guests.domain("a").shares(2_048)),
        "S-11");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.CGROUP, "2").host(),
            Guests.domain("a").shares(200)),
        "S-11");
    Findings.surelyNone(Designs.of(Hosts.fourNodes(), Guests.domain("a")), "S-11");
  }

  @Test
  void anUnknownVersionIsNoAllClear() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").shares(1_024)),
        "S-11",
        "version of control groups");
  }
}
