package org.numascape.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.Told;
import org.numascape.domain.MemoryBacking;
import org.numascape.topology.PageSize;
import org.numascape.topology.Setting;

final class MergedAcrossNodesTest {

  private static Guests placed() {
    return Guests.domain("a").vcpus(2).pinnedTo("2,3").strict("0");
  }

  private static Told merging(String run, String across) {
    return Told.on(Hosts.fourNodes())
        .value(Setting.KSM, run)
        .value(Setting.KSM_ACROSS_NODES, across);
  }

  @Test
  void mergingAcrossNodesIsToldOfGuestsWithBoundMemory() {
    assertThat(Findings.only(Designs.of(merging("1", "1").host(), placed()), "S-03").message())
        .isEqualTo("Pages of a may be merged with pages of another node (/ksm-across-nodes)");
  }

  @Test
  void mergingWithinNodesOrNotAtAllIsRight() {
    Findings.surelyNone(Designs.of(merging("1", "0").host(), placed()), "S-03");
    Findings.surelyNone(Designs.of(merging("0", "1").host(), placed()), "S-03");
    Findings.surelyNone(
        Designs.of(Told.on(Hosts.fourNodes()).value(Setting.KSM, "2").host(), placed()), "S-03");
  }

  @Test
  void hugePagesAreNeverMerged() {
    Findings.surelyNone(
        Designs.of(merging("1", "1").host(), placed().hugePages(PageSize.TWO_MIB)), "S-03");
  }

  @Test
  void mergingWithoutSayingWhereIsUnknown() {
    Findings.cannotTell(
        Designs.of(Told.on(Hosts.fourNodes()).value(Setting.KSM, "1").host(), placed()),
        "S-03",
        "merging across nodes is not known");
  }

  @Test
  void unboundGuestsThoseThatAreNotMergedAndHostsWithOneNodeAreRight() {
    Findings.surelyNone(
        Designs.of(merging("1", "1").host(), Guests.domain("a").pinnedTo("2")), "S-03");
    Findings.surelyNone(
        Designs.of(
            merging("1", "1").host(),
            placed()
                .with(domain ->
                    domain.withBacking(new MemoryBacking(false, List.of(), false, true)))),
        "S-03");
    Findings.surelyNone(
        Designs.of(
            Told.on(Hosts.oneNode())
                .value(Setting.KSM, "1")
                .value(Setting.KSM_ACROSS_NODES, "1")
                .host(),
            placed()),
        "S-03");
  }
}
