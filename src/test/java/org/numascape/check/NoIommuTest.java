package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class NoIommuTest {

  private static Guests withDevice() {
    return Guests.domain("a").device("0000:17:00.0");
  }

  @Test
  void aDeviceWithoutAnIommuIsAnError() {
    var host = Told.on(Hosts.fourNodes()).value(Setting.IOMMU_GROUPS, "0").host();

    assertThat(Findings.only(Designs.of(host, withDevice()), "D-11").message())
        .isEqualTo("It has device 0000:17:00.0 of the host, whose IOMMU is off (/iommu-groups)");
  }

  @Test
  void groupsAndGuestsWithoutDevicesAreRight() {
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.IOMMU_GROUPS, "44").host(), withDevice()),
        "D-11");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.fourNodes()).value(Setting.IOMMU_GROUPS, "0").host(), Guests.domain("b")),
        "D-11");
    Findings.surelyNone(Designs.of(MoreHosts.withDevices(), withDevice()), "D-11");
  }

  @Test
  void anUnknownIommuIsNoAllClear() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), withDevice()), "D-11", "groups of the IOMMU is not known");
  }
}
