package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.domain.CpuTopology;
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

  private static String needs(String libvirt, Guests guest) {
    var host = Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, libvirt).host();
    return Findings.only(Designs.of(host, guest), "S-12").message();
  }

  private static Guests shaped(CpuTopology shape) {
    return Guests.domain("a")
        .vcpus(shape.product())
        .with(domain -> domain.withCpu(domain.cpu().withTopology(Optional.of(shape))));
  }

  private static Guests served(Integer... threads) {
    return Guests.domain("a").ioThread().ioThread().disk("vda", "virtio", threads);
  }

  @Test
  void eachYoungFeatureIsToldWithTheVersionThatHasIt() {
    assertThat(needs("6.5.0", Guests.domain("a").cell("0", 1).cell("", 1)))
        .isEqualTo("It uses a cell without vCPUs, which takes libvirt 6.6; the host has 6.5.0");
    assertThat(needs("6.0.0", shaped(new CpuTopology(1, 2, 1, 1, 1))))
        .isEqualTo("It uses dies, which takes libvirt 6.1; the host has 6.0.0");
    assertThat(needs("10.0.0", shaped(new CpuTopology(1, 1, 2, 1, 1))))
        .isEqualTo("It uses clusters, which takes libvirt 10.1; the host has 10.0.0");
    assertThat(needs("9.10.0", served(1, 2)))
        .isEqualTo(
            "It uses several I/O threads for one disk, which takes libvirt 10.0; the host has"
                + " 9.10.0");
    assertThat(
            needs("6.0.0", Guests.domain("a").cell("0", 1).memnode(0, MemoryMode.RESTRICTIVE, "0")))
        .startsWith("It uses the memory mode restrictive");
  }

  @Test
  void whatOldGuestsUseEveryLibvirtKnows() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.LIBVIRT, "1.2.0").host();

    Findings.surelyNone(Designs.of(host, shaped(new CpuTopology(2, 1, 1, 2, 2))), "S-12");
    Findings.surelyNone(Designs.of(host, served(1)), "S-12");
    Findings.surelyNone(Designs.of(host, Guests.domain("a").cell("0", 1)), "S-12");
    Findings.surelyNone(Designs.of(Hosts.fourNodes(), Guests.domain("a").cell("0", 1)), "S-12");
  }
}
