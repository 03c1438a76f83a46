package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class TransparentPagesTest {

  private static Guests realTime() {
    return Guests.domain("rt").vcpus(2).pinnedTo("2,3").fifo();
  }

  private static Told pages(String when) {
    return Told.on(Hosts.fourNodes()).value(Setting.TRANSPARENT_PAGES, when);
  }

  @Test
  void alwaysIsToldOfRealTimeGuests() {
    assertThat(Findings.only(Designs.of(pages("always").host(), realTime()), "H-17").message())
        .isEqualTo(
            "Transparent huge pages are always made (/transparent-pages), and rt is real-time");
  }

  @Test
  void onRequestOrForOthersIsRight() {
    Findings.surelyNone(Designs.of(pages("madvise").host(), realTime()), "H-17");
    Findings.surelyNone(Designs.of(pages("always").host(), Guests.domain("a")), "H-17");
  }

  @Test
  void unreadIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), realTime()), "H-17", "transparent huge pages");
  }

  @Test
  void dedicatedGuestsThatAreNotRealTimeAreNoReason() {
    var dedicated = Guests.domain("a").vcpus(2).pinnedTo("2,3");

    Findings.surelyNone(Designs.of(pages("always").host(), dedicated), "H-17");
    Findings.surelyNone(Designs.of(Hosts.fourNodes(), dedicated), "H-17");
  }
}
