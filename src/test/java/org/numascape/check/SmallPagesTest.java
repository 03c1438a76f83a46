package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.MoreHosts;
import org.numascape.topology.PageSize;

final class SmallPagesTest {

  @Test
  void aLargeDedicatedGuestGoesOnHugePages() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("a").memoryGib(8).pinnedTo("1").emulator("0").strict("0"));

    var problem = Findings.only(design, "H-01");

    assertThat(problem.message()).isEqualTo("It has 8 GiB in 2,097,152 small pages");
    assertThat(Findings.labels(problem))
        .containsExactly("Put a on pages of 2 MiB and grow the pools");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void aGuestWithADeviceGoesOnHugePages() {
    var design =
        Designs.of(
            MoreHosts.withDevices(),
            Guests.domain("a").memoryGib(2).strict("1").device("0000:81:00.0"));

    var problem = Findings.only(design, "H-16");

    assertThat(problem.message())
        .isEqualTo("It is given a device and has 2 GiB in 524,288 small pages");
    Findings.everyFixResolves(design, problem);
  }

  @Test
  void smallSharedOrAlreadyHugeIsRight() {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("small").memoryGib(4).pinnedTo("1"),
            Guests.domain("shared").memoryGib(16).vcpus(2).allPinned("2-5"),
            Guests.domain("huge").memoryGib(16).pinnedTo("6").hugePages(PageSize.TWO_MIB));

    Findings.none(design, "H-01");
    Findings.none(design, "H-16");
  }
}
