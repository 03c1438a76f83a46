package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class SharedDeviceTest {

  @Test
  void aDeviceOfTwoGuestsStopsTheSecond() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:81:00.0").running(),
            Guests.domain("b").device("0000:81:00.0"));

    var problem = Findings.only(design, "D-08");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("0000:81:00.0 is given to a and b");
    Findings.none(Findings.exclusive(design, "a", "b"), "D-08");
  }

  @Test
  void whereNeitherRunsItIsAWarning() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:81:00.0"),
            Guests.domain("b").device("0000:81:00.0"));

    assertThat(Findings.only(design, "D-08").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aGuestCannotHaveItTwice() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:81:00.0").device("0000:81:00.0"));

    var problem = Findings.only(design, "D-08");

    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("0000:81:00.0 is given to a twice");
  }

  @Test
  void anIommuGroupGoesAsAWhole() {
    var two =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:17:00.0"),
            Guests.domain("b").device("0000:98:00.0"));
    var half = Designs.of(MoreHosts.withDevices(), Guests.domain("a").device("0000:17:00.0"));
    var whole =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").device("0000:17:00.0").device("0000:98:00.0"));

    assertThat(Findings.only(two, "D-08").message())
        .isEqualTo("Devices of IOMMU group 7 are given to a and b");
    assertThat(Findings.only(half, "D-08").message())
        .isEqualTo(
            "0000:17:00.0 is in IOMMU group 7 with 0000:98:00.0, which the guest is not given");
    Findings.none(whole, "D-08");
  }
}
