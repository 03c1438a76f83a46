package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.domain.MemoryMode;
import org.numascape.topology.Setting;

final class TooOldTest {

  private static Guests restrictive() {
    return Guests.domain("a").memory(MemoryMode.RESTRICTIVE, "0");
  }

  @Test
  void whatTheHostsLibvirtDoesNotKnowIsTold() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "7.2.0").host();

    assertThat(Findings.only(Designs.of(host, restrictive()), "S-12").message())
        .isEqualTo(
            "It uses the memory mode restrictive, which takes libvirt 7.3; the host has 7.2.0");
  }

  @Test
  void aYoungerLibvirtKnowsIt() {
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "7.3.0").host(), restrictive()),
        "S-12");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "10.0.0").host(), restrictive()),
        "S-12");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "1.2.0").host(),
            Guests.domain("a").strict("0")),
        "S-12");
  }

  @Test
  void anUnknownVersionIsNoAllClear() {
    Findings.cannotTell(Designs.of(Hosts.fourNodes(), restrictive()), "S-12", "libvirt's version");
  }
}
