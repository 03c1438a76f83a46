package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class PagesForNoNodeTest {

  private static Guests paged() {
    return Guests.domain("a").memoryGib(2).hugePages(PageSize.TWO_MIB).strict("1");
  }

  private static Told told(String line, String... sysctl) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.BOOT_PARAMETERS, line)
        .byName(Setting.SYSCTL_FILES, sysctl);
  }

  @Test
  void aNumberForTheWholeHostIsTold() {
    var design = Designs.of(told("hugepages=8192", "vm.nr_hugepages=8192").host(), paged());

    assertThat(Findings.of(design, "H-03"))
        .extracting(Problem::message)
        .containsExactly(
            "hugepages=8192 spreads the pages over all nodes; a wants them on given nodes",
            "vm.nr_hugepages=8192 spreads the pages over all nodes; a wants them on given nodes");
  }

  @Test
  void numbersByNodeAndGuestsWithoutNodesAreRight() {
    Findings.surelyNone(Designs.of(told("hugepages=0:0,1:1024").host(), paged()), "H-03");
    Findings.surelyNone(
        Designs.of(told("hugepages=8192").host(), Guests.domain("b").hugePages(PageSize.TWO_MIB)),
        "H-03");
  }

  @Test
  void unreadParametersAreUnknown() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), paged()), "H-03", "kernel parameters, sysctl at boot");
  }

  @Test
  void noPagesGuestsOnSmallOnesAndHostsWithOneNodeAreRight() {
    Findings.surelyNone(
        Designs.of(told("hugepages=0", "vm.nr_hugepages=0").host(), paged()), "H-03");
    Findings.surelyNone(
        Designs.of(told("hugepages=8192").host(), Guests.domain("b").strict("1")), "H-03");
    Findings.none(
        Designs.of(
            Told.on(Hosts.oneNode()).value(Setting.BOOT_PARAMETERS, "hugepages=8192").host(),
            Guests.domain("a").memoryGib(2).hugePages(PageSize.TWO_MIB).strict("0")),
        "H-03");
  }
}
