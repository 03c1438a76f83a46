package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.Told;
import org.numascape.design.Design;
import org.numascape.topology.HostTopology;
import org.numascape.topology.Setting;

final class DeviceInterruptsTest {

  /// A host with devices 17:00.0 on node 0 (CPUs 0-7,16-23) and 81:00.0 on node 1, whose interrupts
  /// go where told.
  private static HostTopology host(String... interrupts) {
    return Told.on(MoreHosts.withDevices()).byName(Setting.DEVICE_INTERRUPTS, interrupts).host();
  }

  private static Design dedicated(String... interrupts) {
    return Designs.of(host(interrupts), Guests.domain("rt").vcpus(2).pinnedTo("2,3").strict("0"));
  }

  @Test
  void interruptsOfOtherDevicesDisturbWhoHasCpusForItself() {
    var problem = Findings.only(dedicated("0000:17:00.0=0-2", "0000:81:00.0=9"), "D-07");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.message()).isEqualTo("Interrupts of 0000:17:00.0 go to CPU 2");
    assertThat(problem.title()).isEqualTo("Interrupts of other devices disturb it");
  }

  @Test
  void manyDevicesAreCounted() {
    var problem =
        Findings.only(
            dedicated(
                "0000:01:00.0=2",
                "0000:02:00.0=2",
                "0000:03:00.0=3",
                "0000:04:00.0=3",
                "0000:05:00.0=2"),
            "D-07");

    assertThat(problem.message())
        .isEqualTo(
            "Interrupts of 0000:01:00.0, 0000:02:00.0, 0000:03:00.0 and 2 other devices go to CPUs"
                + " 2-3");
  }

  @Test
  void thoseOfItsOwnDeviceAreAtHome() {
    var design =
        Designs.of(
            host("0000:17:00.0=2"), Guests.domain("rt").pinnedTo("2").device("0000:17:00.0"));

    Findings.surelyNone(design, "D-07");
  }

  @Test
  void whoSharesItsCpusIsNotDisturbed() {
    Findings.surelyNone(
        Designs.of(host("0000:17:00.0=2"), Guests.domain("a").vcpus(2).allPinned("2-5")), "D-07");
    Findings.surelyNone(dedicated("0000:17:00.0=0-1,4-31"), "D-07");
  }

  @Test
  void interruptsOfAPassedThroughDeviceGoFar() {
    var design =
        Designs.of(host("0000:81:00.0=0,16"), Guests.domain("a").vcpus(2).device("0000:81:00.0"));

    var problem = Findings.only(design, "D-07");

    assertThat(problem.message())
        .isEqualTo("Interrupts of its 0000:81:00.0 on node 1 go to CPUs 0,16 of node 0");
    assertThat(problem.title()).isEqualTo("The device's interrupts go to another node");
    Findings.surelyNone(
        Designs.of(host("0000:81:00.0=9"), Guests.domain("a").device("0000:81:00.0")), "D-07");
    Findings.surelyNone(
        Designs.of(host("0000:05:00.0=9"), Guests.domain("a").device("0000:05:00.0")), "D-07");
  }

  @Test
  void whereNobodyToldThatIsSaid() {
    Findings.cannotTell(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").pinnedTo("2")),
        "D-07",
        "CPUs for interrupts of devices is not known");
    Findings.surelyNone(Designs.of(MoreHosts.withDevices(), Guests.domain("a")), "D-07");
  }
}
