package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.design.Design;
import org.numascape.topology.HostSettings;
import org.numascape.topology.Setting;

final class RisingMissesTest {

  private static Design twice(String before, String now) {
    var host = Hosts.fourNodes();
    var settings = read(2, now).after(read(1, before));
    return Designs.of(
        host.with(host.facts().withSettings(settings)), Guests.domain("a").strict("0"));
  }

  private static HostSettings read(int second, String counter) {
    var told = Told.on(Hosts.fourNodes()).byName(Setting.NODE_COUNTERS, counter).settings();
    return HostSettings.of(told.observations(), "test", Optional.of(Instant.ofEpochSecond(second)));
  }

  @Test
  void countersThatRoseBetweenReadingsAreTold() {
    assertThat(Findings.only(twice("1 numa_miss=100", "1 numa_miss=5100"), "V-06").message())
        .endsWith("than they were wanted on: numa_miss of node 1 by 5,000");
  }

  @Test
  void countersThatStandStillAndThoseOfANewBootAreRight() {
    Findings.surelyNone(twice("1 numa_miss=100", "1 numa_miss=100"), "V-06");
    Findings.surelyNone(twice("1 numa_miss=5100", "1 numa_miss=3"), "V-06");
  }

  @Test
  void unreadCountersAreUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), Guests.domain("a").strict("0")),
        "V-06",
        "allocation counters");
  }

  @Test
  void whereNoMemoryIsBoundOrOnOneNodeNobodyHasToKnow() {
    Findings.surelyNone(Designs.of(Hosts.fourNodes(), Guests.domain("a").pinnedTo("1")), "V-06");
    Findings.surelyNone(Designs.of(Hosts.oneNode(), Guests.domain("a").strict("0")), "V-06");
  }
}
