package org.numascape.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.domain.CpuCache;
import org.numascape.guest.Mismatch.Kind;
import org.numascape.topology.Cache;
import org.numascape.topology.Core;
import org.numascape.topology.CpuPackage;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NumaNode;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class GuestViewTest {

  private static GuestView view(Guests guest) {
    return view(Hosts.fourNodes(), guest);
  }

  private static GuestView view(HostTopology host, Guests guest) {
    return GuestView.of(Designs.of(host, guest), new DomainId("vm")).orElseThrow();
  }

  private static Guests vm() {
    return Guests.domain("vm");
  }

  private static List<Kind> kinds(GuestView view) {
    return view.mismatches().stream().map(Mismatch::kind).toList();
  }

  @Test
  void vcpusAreNumberedCoreByCore() {
    var machine = view(vm().vcpus(8).topology(2, 2, 2)).machine();

    assertThat(machine.all(CpuPackage.class))
        .extracting(CpuPackage::cpus)
        .containsExactly(CpuSet.parse("0-3"), CpuSet.parse("4-7"));
    assertThat(machine.siblings(5)).isEqualTo(CpuSet.of(4, 5));
  }

  @Test
  void withoutATopologyEveryVcpuIsASocket() {
    var machine = view(vm().vcpus(3)).machine();

    assertThat(machine.all(CpuPackage.class)).hasSize(3);
    assertThat(machine.node(0).orElseThrow().cpus()).isEqualTo(CpuSet.range(0, 2));
  }

  @Test
  void cellsAreNodesWithTheirMemory() {
    var machine = view(vm().vcpus(8).topology(2, 2, 2).cell("0-3", 4).cell("4-7", 8)).machine();

    assertThat(machine.all(NumaNode.class))
        .extracting(NumaNode::memoryKib)
        .containsExactly(4L << 20, 8L << 20);
    assertThat(machine.parent(machine.node(1).orElseThrow()).orElseThrow().id().kind())
        .isEqualTo(ObjectKind.PACKAGE);
    assertThat(machine.distances().between(0, 1)).hasValue(20);
  }

  @Test
  void aVcpuThatIsNotPluggedInIsOffline() {
    var machine = view(vm().vcpus(3).maximum(4)).machine();

    assertThat(machine.usableCpus()).isEqualTo(CpuSet.range(0, 2));
  }

  @Test
  void coresAreTiedToTheHostsCoresAndCellsToItsNodes() {
    var view = view(vm().vcpus(4).topology(1, 2, 2).pinnedTo("8,40,9,41").strict("1"));

    assertThat(view.ties())
        .containsExactly(
            new Tie(new ObjectId(ObjectKind.CORE, 0), List.of(core(8))),
            new Tie(new ObjectId(ObjectKind.CORE, 1), List.of(core(9))),
            new Tie(new ObjectId(ObjectKind.NUMA_NODE, 0), List.of(new Item.NodeMemory(1))));
    assertThat(view.mismatches()).isEmpty();
  }

  private static Item core(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.CORE, logical));
  }

  @Test
  void whatFloatsIsTiedToNothingAndFitsEverywhere() {
    var view = view(vm().vcpus(4).topology(1, 2, 2));

    assertThat(view.ties()).isEmpty();
    assertThat(view.mismatches()).isEmpty();
  }

  @Test
  void bothThreadsOfAGuestCoreFloatingInOneHostCoreFit() {
    var view = view(vm().vcpus(2).topology(1, 1, 2).pinned(0, "8,40").pinned(1, "8,40"));

    assertThat(view.mismatches()).isEmpty();
  }

  @Test
  void guestSiblingsThatAreNoHostSiblingsAreTold() {
    var view = view(vm().vcpus(4).topology(1, 2, 2).pinnedTo("8,9,40,41"));

    assertThat(kinds(view)).containsExactly(Kind.SIBLINGS_APART, Kind.SIBLINGS_APART);
    assertThat(view.mismatches().getFirst().words())
        .isEqualTo(
            "vCPUs 0-1 are threads of one core in the guest, and run on 2 cores of the host");
    assertThat(view.mismatches().getFirst().onHost()).containsExactly(core(8), core(9));
  }

  @Test
  void coresOfTheGuestThatShareACoreOfTheHostAreTold() {
    var view = view(vm().vcpus(2).topology(1, 2, 1).pinnedTo("8,40"));

    assertThat(kinds(view)).containsExactly(Kind.CORE_SHARED);
    assertThat(view.mismatches().getFirst().inside())
        .containsExactly(new ObjectId(ObjectKind.CORE, 0), new ObjectId(ObjectKind.CORE, 1));
  }

  @Test
  void aCellCutAcrossSocketsIsTold() {
    var view =
        view(vm().vcpus(4).topology(1, 4, 1).cell("0-3", 8).pinnedTo("8,9,16,17").memnode(0, "1"));

    assertThat(kinds(view)).containsExactly(Kind.CELL_CUT, Kind.PACKAGE_CUT, Kind.CACHE_CUT);
    assertThat(view.mismatches().getFirst().onHost())
        .containsExactly(new Item.NodeMemory(1), new Item.NodeMemory(2));
  }

  @Test
  void memoryOnAnotherNodeThanTheVcpusOfItsCellIsTold() {
    var view = view(vm().vcpus(1).pinnedTo("8").strict("2"));

    assertThat(kinds(view)).containsExactly(Kind.MEMORY_ELSEWHERE);
    assertThat(view.mismatches().getFirst().words())
        .isEqualTo("Cell 0 has its vCPUs on node 1 and its memory on node 2");
  }

  /// hwloc issue 712: the host's numbering copied into the cells of a guest of 2 sockets, 32 cores
  /// and 2 threads.
  @Test
  void cellsWithTheHostsNumberingCutBothSocketsOfTheGuest() {
    var view =
        view(vm().vcpus(128).topology(2, 32, 2).cell("0-31,64-95", 64).cell("32-63,96-127", 64));

    assertThat(kinds(view)).containsExactly(Kind.CELL_CUTS_GUEST, Kind.CELL_CUTS_GUEST);
    assertThat(view.mismatches().getFirst().words())
        .isEqualTo(
            "Cell 0 (vCPUs 0-31,64-95) ends in the middle of 2 packages of the guest: vCPU ids"
                + " run core by core");
    assertThat(view.machine().all(Core.class)).hasSize(64);
    assertThat(view.machine().pus()).hasSize(128);
  }

  @Test
  void severalCellsInOneSocketAreNoCut() {
    var view = view(vm().vcpus(8).topology(1, 4, 2).cell("0-3", 4).cell("4-7", 4));

    assertThat(view.mismatches()).isEmpty();
  }

  private static List<CpuSet> caches(GuestView view) {
    return view.machine().all(Cache.class).stream().map(Cache::cpus).toList();
  }

  private static Guests cached(String mode) {
    return vm().vcpus(16)
        .topology(1, 8, 2)
        .with(domain ->
            domain.withCpu(
                domain.cpu().withCache(Optional.of(new CpuCache(OptionalInt.empty(), mode)))));
  }

  @Test
  void withoutTheHostsCachesEachDieHasOneL3OfTheModelsSize() {
    var view = view(vm().vcpus(8).topology(2, 2, 2));

    assertThat(caches(view)).containsExactly(CpuSet.parse("0-3"), CpuSet.parse("4-7"));
    assertThat(view.machine().all(Cache.class).getFirst().sizeKib()).isEqualTo(16 << 10);
  }

  @Test
  void cachesPassedThroughAreRunsOfAsManyVcpusAsTheHostsL3HasThreads() {
    var view = view(cached("passthrough"));

    assertThat(caches(view)).containsExactly(CpuSet.parse("0-7"), CpuSet.parse("8-15"));
    assertThat(view.machine().all(Cache.class).getFirst().sizeKib()).isEqualTo(32 << 10);
  }

  @Test
  void aGuestThatIsToldOfNoCachesHasNone() {
    assertThat(caches(view(cached("disable")))).isEmpty();
  }

  @Test
  void vcpusThatShareACacheOnlyInTheGuestAreTold() {
    var view = view(vm().vcpus(4).topology(1, 4, 1).pinnedTo("0,1,4,5"));

    assertThat(kinds(view)).containsExactly(Kind.CACHE_CUT);
    assertThat(view.mismatches().getFirst().words())
        .isEqualTo("vCPUs 0-3 share one L3 cache in the guest, and 2 on the host");
  }

  @Test
  void distancesAreAsToldAndTheWayBackIsTheSame() {
    var guest = vm().vcpus(4).cell("0-1", 4).cell("2-3", 4);
    var told =
        guest.with(domain ->
            domain.withCells(
                domain.cells().stream()
                    .map(cell -> cell.id() == 0 ? cell.withDistances(Map.of(0, 10, 1, 32)) : cell)
                    .toList()));

    var distances = view(told).machine().distances();

    assertThat(distances.between(0, 1)).hasValue(32);
    assertThat(distances.between(1, 0)).hasValue(32);
    assertThat(distances.between(1, 1)).hasValue(10);
  }

  @Test
  void mismatchesOfAKindStandTogetherUnderOneNumberWorstFirst() {
    var view = view(vm().vcpus(4).topology(1, 2, 2).pinnedTo("8,9,40,41").strict("2"));

    var groups = MismatchGroup.of(view);

    assertThat(groups)
        .extracting(MismatchGroup::kind)
        .containsExactly(Kind.MEMORY_ELSEWHERE, Kind.SIBLINGS_APART);
    assertThat(groups).extracting(MismatchGroup::number).containsExactly(1, 2);
    assertThat(groups.getLast().words()).endsWith("; the same 1 times more");
  }
}
