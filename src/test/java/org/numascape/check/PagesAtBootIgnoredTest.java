package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class PagesAtBootIgnoredTest {

  private static Guests paged() {
    return Guests.domain("a").memoryGib(2).hugePages(PageSize.TWO_MIB).strict("1");
  }

  private static Told told(String kernel, String line) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.KERNEL, kernel)
        .value(Setting.BOOT_PARAMETERS, line);
  }

  @Test
  void aCountBeforeItsSizeIsTold() {
    var design = Designs.of(told("6.1.0", "hugepages=8 hugepagesz=1G").host(), paged());

    assertThat(Findings.only(design, "H-11").message())
        .isEqualTo(
            "hugepages=8 stands before its hugepagesz=, so it counts pages of the default size");
  }

  @Test
  void nodesOnAnOldKernelAreTold() {
    var design =
        Designs.of(told("5.14.0-427.el9", "hugepagesz=2M hugepages=0:8,1:8").host(), paged());

    assertThat(Findings.only(design, "H-11").message())
        .isEqualTo(
            "hugepages=0:8,1:8 names nodes, which takes Linux 5.16; the host has 5.14.0-427.el9");
  }

  @Test
  void theRightOrderAndAYoungKernelAreRight() {
    Findings.surelyNone(
        Designs.of(told("6.1.0", "hugepagesz=1G hugepages=0:8,1:8").host(), paged()), "H-11");
    Findings.surelyNone(Designs.of(told("4.18.0", "hugepages=8").host(), paged()), "H-11");
  }

  @Test
  void anUnreadKernelIsUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), paged()), "H-11", "kernel parameters, kernel release");
  }
}
