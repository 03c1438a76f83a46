package org.numascape.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.numascape.Hosts;

final class RenewedTest {

  @Test
  void aPoorerDescriptionBringsMemoryAndPoolsAndTakesNothingAway() {
    var rich = Hosts.oneNode();
    var pool = new HugePagePool(PageSize.TWO_MIB, 512, OptionalLong.of(500));
    var poor = bare(pool, OptionalLong.of(1_000_000), PuState.ONLINE);

    var renewed = rich.renewed(poor);

    var node = renewed.node(0).orElseThrow();
    assertThat(node.pools()).containsExactly(pool);
    assertThat(node.freeKib()).hasValue(1_000_000);
    assertThat(renewed.all(Core.class)).isEqualTo(rich.all(Core.class)).hasSize(4);
  }

  @Test
  void freeMemoryThatIsNotToldStaysAsItWasRead() {
    var told = bare(pool(1), OptionalLong.of(77), PuState.ONLINE);
    var silent = bare(pool(2), OptionalLong.empty(), PuState.ONLINE);

    var renewed = told.renewed(silent);

    assertThat(renewed.node(0).orElseThrow().freeKib()).hasValue(77);
    assertThat(renewed.node(0).orElseThrow().pools()).containsExactly(pool(2));
  }

  @Test
  void anIsolatedPuStaysIsolatedUntilItIsSwitchedOff() {
    var isolated = bare(pool(1), OptionalLong.empty(), PuState.ISOLATED);

    var on = isolated.renewed(bare(pool(1), OptionalLong.empty(), PuState.ONLINE));
    var off = on.renewed(bare(pool(1), OptionalLong.empty(), PuState.OFFLINE));
    var back = off.renewed(on);

    assertThat(on.pu(0).orElseThrow().state()).isEqualTo(PuState.ISOLATED);
    assertThat(off.pu(0).orElseThrow().state()).isEqualTo(PuState.OFFLINE);
    assertThat(back.pu(0).orElseThrow().state()).isEqualTo(PuState.ONLINE);
  }

  @Test
  void anotherHostReplacesTheOldOneWhole() {
    var other = Hosts.twoSockets();

    assertThat(Hosts.oneNode().renewed(other)).isSameAs(other);
  }

  @Test
  void factsOfTheSameObjectsAreTakenOverAndOthersStay() {
    var core = new ObjectId(ObjectKind.CORE, 0);
    var node = new ObjectId(ObjectKind.NUMA_NODE, 0);
    var group = new ObjectId(ObjectKind.GROUP, 0);
    var old =
        Hosts.oneNode()
            .with(
                HostFacts.NONE
                    .withInfos(
                        Map.of(core, Map.of("Name", "old"), node, Map.of("Tier", "0", "A", "1")))
                    .withIommuGroups(Map.of("0000:00:01.0", 1)));
    var now =
        bare(pool(1), OptionalLong.empty(), PuState.ONLINE)
            .with(
                HostFacts.NONE
                    .withInfos(
                        Map.of(node, Map.of("Tier", "1"), group, Map.of("Name", "elsewhere")))
                    .withCpuKinds(List.of(new CpuKind(CpuSet.of(0), Map.of())))
                    .withIommuGroups(Map.of("0000:00:02.0", 2)));

    var facts = old.renewed(now).facts();

    assertThat(facts.infos(core)).containsEntry("Name", "old");
    assertThat(facts.infos(node)).containsEntry("Tier", "1").containsEntry("A", "1");
    assertThat(facts.infos(group)).as("no such object is drawn").isEmpty();
    assertThat(facts.cpuKinds()).hasSize(1);
    assertThat(facts.iommuGroups()).hasSize(2);
  }

  private static HugePagePool pool(long pages) {
    return new HugePagePool(PageSize.TWO_MIB, pages, OptionalLong.empty());
  }

  /// The PUs and the node of [Hosts#oneNode()] without cores.
  private static HostTopology bare(HugePagePool pool, OptionalLong free, PuState state) {
    var cpus = CpuSet.range(0, 3);
    var node = new NumaNode(0, 0, "", 16_777_216, free, List.of(pool), cpus);
    List<TopologyObject> pus =
        java.util.stream.IntStream.range(0, 4)
            .<TopologyObject>mapToObj(cpu -> new Pu(cpu, cpu, state))
            .toList();
    return new HostTopology(
        new Machine("bare", cpus, new Contents(List.of(node), pus, List.of())),
        DistanceMatrix.UNKNOWN);
  }
}
