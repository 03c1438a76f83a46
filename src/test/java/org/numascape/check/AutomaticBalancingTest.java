package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.topology.Setting;

final class AutomaticBalancingTest {

  private static Guests placed() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0");
  }

  private static Told told() {
    return Told.on(Hosts.fourNodes());
  }

  @Test
  void balancingBesidePlacedGuestsIsTold() {
    var design = Designs.of(told().value(Setting.NUMA_BALANCING, "1").host(), placed());

    assertThat(Findings.only(design, "S-01").message())
        .isEqualTo(
            "The kernel moves pages between nodes (/numa-balancing) although the only guest has a"
                + " place");
  }

  @Test
  void offOrForTiersOnlyIsRight() {
    Findings.surelyNone(
        Designs.of(told().value(Setting.NUMA_BALANCING, "0").host(), placed()), "S-01");
    Findings.surelyNone(
        Designs.of(told().value(Setting.NUMA_BALANCING, "2").host(), placed()), "S-01");
    Findings.surelyNone(Designs.of(told().absent(Setting.NUMA_BALANCING).host(), placed()), "S-01");
  }

  @Test
  void aGuestThatFloatsProfitsFromIt() {
    var host = told().value(Setting.NUMA_BALANCING, "1").host();

    Findings.surelyNone(Designs.of(host, placed(), Guests.domain("b")), "S-01");
    Findings.surelyNone(Designs.of(host), "S-01");
  }

  @Test
  void whatNobodyReadIsNoAllClear() {
    Findings.cannotTell(
        Designs.of(Hosts.fourNodes(), placed()),
        "S-01",
        "automatic NUMA balancing is not known: the host's settings were not read");
    Findings.cannotTell(
        Designs.of(told().refused(Setting.NUMA_BALANCING).host(), placed()),
        "S-01",
        "/numa-balancing: permission denied");
  }

  @Test
  void vcpusOrMemoryWithoutAPlaceProfitToo() {
    var host = told().value(Setting.NUMA_BALANCING, "1").host();

    Findings.surelyNone(Designs.of(host, Guests.domain("a").vcpus(2).strict("0")), "S-01");
    Findings.surelyNone(Designs.of(host, Guests.domain("a").vcpus(2).pinnedTo("2,3")), "S-01");
  }

  @Test
  void onOneNodeThereIsNothingToMove() {
    Findings.none(
        Designs.of(
            Told.on(Hosts.oneNode()).value(Setting.NUMA_BALANCING, "1").host(),
            Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0")),
        "S-01");
  }
}
