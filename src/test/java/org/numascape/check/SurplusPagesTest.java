package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class SurplusPagesTest {

  private static Guests paged() {
    return Guests.domain("a").memoryGib(2).hugePages(PageSize.TWO_MIB).strict("1");
  }

  private static Told pool(String... counts) {
    return Told.on(Hosts.fourNodes()).byName(Setting.HUGE_PAGES, counts);
  }

  @Test
  void pagesBeyondThePoolAreTold() {
    var host = pool("1 2048 total=512", "1 2048 surplus=1024").host();

    assertThat(Findings.only(Designs.of(host, paged()), "H-18").message())
        .isEqualTo("1,024 pages of 2 MiB on node 1 are beyond the pool");
  }

  @Test
  void poolsThatHoldAreRight() {
    Findings.surelyNone(
        Designs.of(pool("1 2048 total=512", "1 2048 surplus=0").host(), paged()), "H-18");
  }

  @Test
  void unreadPoolsAreUnknown() {
    Findings.cannotTell(Designs.of(Hosts.fourNodes(), paged()), "H-18", "huge pages is not known");
  }
}
