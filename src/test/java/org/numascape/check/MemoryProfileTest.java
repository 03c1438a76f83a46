package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class MemoryProfileTest {

  private static Told told(String swappiness, String reclaim, String pages) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.SWAPPINESS, swappiness)
        .value(Setting.ZONE_RECLAIM, reclaim)
        .value(Setting.TRANSPARENT_PAGES, pages);
  }

  @Test
  void eachSettingOffTheProfileIsTold() {
    var design = Designs.of(told("60", "1", "never").host(), Guests.domain("a"));

    assertThat(Findings.of(design, "S-09"))
        .extracting(Problem::message)
        .containsExactly(
            "vm.swappiness is 60; profiles for hosts set 10",
            "vm.zone_reclaim_mode is 1: a full node gives up its cache before other nodes are asked",
            "Transparent huge pages are off, and a has no huge pages of its own");
  }

  @Test
  void theProfileIsRight() {
    Findings.surelyNone(Designs.of(told("10", "0", "madvise").host(), Guests.domain("a")), "S-09");
    Findings.surelyNone(
        Designs.of(told("1", "0", "never").host(), Guests.domain("a").hugePages(PageSize.TWO_MIB)),
        "S-09");
  }

  @Test
  void unreadSettingsAreUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), Guests.domain("a")),
        "S-09",
        "swappiness, zone reclaim, transparent huge pages are not known");
  }
}
