package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.MoreHosts;

final class RemoteDeviceTest {

  @Test
  void theGuestMovesToItsDevice() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").vcpus(2).pinnedTo("1,2").strict("0").device("0000:81:00.0"));

    var problem = Findings.only(design, "D-01");

    assertThat(problem.message()).isEqualTo("0000:81:00.0 is on node 1, the vCPUs are on node 0");
    assertThat(Findings.labels(problem)).containsExactly("Pull a to node 1");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void besideItOrWhereNobodySaysItIsRight() {
    Findings.none(
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("near").pinnedTo("9").device("0000:81:00.0"),
            Guests.domain("unknown").pinnedTo("10").device("0000:05:00.0"),
            Guests.domain("floats").device("0000:17:00.0")),
        "D-01");
  }
}
