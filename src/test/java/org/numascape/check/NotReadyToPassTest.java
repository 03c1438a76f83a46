package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;
import org.numascape.domain.HostDevice;

final class NotReadyToPassTest {

  @Test
  void aDeviceWithoutAnIommuGroupDoesNotStart() {
    var design = Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:81:00.0"));

    var problem = Findings.only(design, "D-11");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message())
        .isEqualTo("0000:81:00.0 is in no IOMMU group, though other devices of the host are");
  }

  @Test
  void aDeviceLeftToItsDriverHasToBeFreedByHand() {
    var unmanaged =
        new HostDevice("0000:17:00.0", HostDevice.Form.HOSTDEV, Optional.empty(), false);
    var design =
        Designs.of(
            MoreHosts.twinAdapters(),
            Guests.domain("a")
                .with(domain ->
                    domain.withHardware(domain.hardware().withHostDevices(List.of(unmanaged)))));

    var problem = Findings.only(design, "D-11");

    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
    assertThat(problem.title()).isEqualTo("The device is left to its host driver");
  }

  @Test
  void aGroupOrAHostThatTellsOfNoneIsEnough() {
    Findings.none(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:17:00.0")), "D-11");
    Findings.none(
        Designs.of(MoreHosts.twinAdapters(), Guests.domain("a").device("0000:17:00.0")), "D-11");
    Findings.none(
        Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:ff:00.0")), "D-11");
  }
}
