package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Guest;
import org.numascape.design.HostSource;
import org.numascape.design.Item;
import org.numascape.domain.CpuMode;
import org.numascape.domain.CpuTopology;
import org.numascape.domain.Domain;
import org.numascape.domain.GuestCell;
import org.numascape.domain.NumaTune;
import org.numascape.domain.PageBacking;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostTopology;
import org.numascape.topology.NodeSet;
import org.numascape.topology.PageSize;

final class PresetPlanTest {

  private static final DomainId DB = new DomainId("db");

  private static Design on(HostTopology host, Guest... guests) {
    return Design.of("d", host, new HostSource.Sample("x"), List.of(guests));
  }

  private static Domain after(Preset preset, Design design) {
    return after(PresetPlan.of(preset, design, DB), design);
  }

  private static Domain after(PresetPlan plan, Design design) {
    return plan.edit()
        .map(edit -> edit.applyTo(design).guest(DB).orElseThrow().wanted())
        .orElseThrow(() -> new AssertionError(plan.lines().toString()));
  }

  @Test
  void dedicatedGivesEachVcpuACpuOnOneNodeAndTheEmulatorTheHosts() {
    var design =
        on(Hosts.twoSockets(), Guests.domain("db").vcpus(4).memoryGib(8).guest())
            .withReserved(CpuSet.of(0, 16));

    var placed = after(Preset.DEDICATED, design);

    assertThat(placed.vcpuPins().values()).allSatisfy(cpus -> assertThat(cpus.size()).isEqualTo(1));
    assertThat(placed.vcpuPins().values().stream().distinct()).hasSize(4);
    assertThat(design.host().nodesOf(union(placed))).isEqualTo(NodeSet.of(0));
    assertThat(placed.numaTune().bindingOf(0).orElseThrow().nodes()).isEqualTo(NodeSet.of(0));
    assertThat(placed.emulatorPin()).contains(CpuSet.of(0, 16));
  }

  @Test
  void oneThreadPerCoreLeavesTheSiblingsIdleAndTellsTheGuest() {
    var design = on(Hosts.twoSockets(), Guests.domain("db").vcpus(4).memoryGib(8).guest());

    var placed = after(Preset.ONE_THREAD_PER_CORE, design);

    assertThat(
            placed.vcpuPins().values().stream()
                .map(cpus -> design.host().siblings(cpus.last()))
                .distinct())
        .hasSize(4);
    assertThat(placed.topology().orElseThrow().threads()).isEqualTo(1);
  }

  @Test
  void wholeCoresPutGuestSiblingsOnHostSiblings() {
    var design = on(Hosts.twoSockets(), Guests.domain("db").vcpus(4).memoryGib(8).guest());

    var placed = after(Preset.WHOLE_CORES, design);

    assertThat(placed.topology()).contains(new CpuTopology(1, 1, 1, 2, 2));
    for (int vcpu = 0; vcpu < 4; vcpu += 2) {
      int one = placed.affinity(vcpu).orElseThrow().last();
      int other = placed.affinity(vcpu + 1).orElseThrow().last();
      assertThat(design.host().siblings(one).contains(other)).isTrue();
    }
  }

  @Test
  void thePoolIsWhatNobodyKeepsAndNoGuestHasForItself() {
    var own = Guests.domain("own").vcpus(2).pinnedTo("1,17").guest();
    var design =
        on(Hosts.twoSockets(), Guests.domain("db").vcpus(2).pinnedTo("2,3").guest(), own)
            .withReserved(CpuSet.of(0, 16));

    var placed = after(Preset.SHARED_POOL, design);

    assertThat(placed.vcpuPins()).isEmpty();
    assertThat(placed.vcpus().cpuset()).contains(CpuSet.parse("2-15,18-31"));
  }

  @Test
  void realTimeIsTheWholeBundle() {
    var design = on(Hosts.fourNodes(), Guests.domain("db").vcpus(4).memoryGib(4).guest());

    var placed = after(Preset.REAL_TIME, design);

    assertThat(placed.schedulers())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.realTime()).isTrue();
          assertThat(one.threads()).isEqualTo(CpuSet.range(0, 3));
        });
    assertThat(placed.backing().locked()).isTrue();
    assertThat(placed.backing().noSharePages()).isTrue();
    assertThat(placed.pagesOf(0)).isEqualTo(new PageBacking.Huge(PageSize.TWO_MIB));
    assertThat(placed.hardware().platform().pmu()).contains(false);
    assertThat(placed.hardware().platform().balloon()).contains("none");
    assertThat(placed.cpu().mode()).contains(CpuMode.HOST_PASSTHROUGH);
    assertThat(union(placed).intersects(placed.emulatorPin().orElseThrow())).isFalse();
  }

  @Test
  void throughputLetsVcpusFloatWithinTheirNode() {
    var design = on(Hosts.twoSockets(), Guests.domain("db").vcpus(4).memoryGib(8).guest());

    var placed = after(Preset.THROUGHPUT, design);

    assertThat(placed.vcpuPins().values()).containsOnly(CpuSet.parse("0-7,16-23"));
    assertThat(placed.numaTune().bindingOf(0).orElseThrow().nodes()).isEqualTo(NodeSet.of(0));
  }

  @Test
  void aPresetStaysWithinTheNodeItIsGiven() {
    var design = on(Hosts.twoSockets(), Guests.domain("db").vcpus(4).memoryGib(8).guest());

    var placed = after(PresetPlan.of(Preset.LATENCY, design, DB, new Item.NodeMemory(1)), design);

    assertThat(design.host().nodesOf(union(placed))).isEqualTo(NodeSet.of(1));
  }

  /// hwloc issue 712: vCPUs numbered as the host numbers its CPUs, node by node in turn, gave a
  /// guest whose cells were cut across its cores.
  @Test
  void aGuestPinnedInTheHostsInterleavedOrderGetsCellsThatAreRunsOfVcpus() {
    var guest =
        Guests.domain("db")
            .vcpus(8)
            .memoryGib(16)
            .topology(2, 2, 2)
            .pinnedTo("1,9,2,10,17,25,18,26")
            .guest();
    var design = on(Hosts.twoSockets(), guest);

    var shaped = after(Preset.FOLLOW_HOST, design);

    assertThat(shaped.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 3), CpuSet.range(4, 7));
    assertThat(shaped.cells()).extracting(GuestCell::memoryKib).containsOnly(8 * 1_048_576L);
    assertThat(shaped.topology()).contains(new CpuTopology(2, 1, 1, 2, 2));
    for (int vcpu = 0; vcpu < 8; vcpu += 2) {
      int one = shaped.affinity(vcpu).orElseThrow().last();
      assertThat(design.host().siblings(one))
          .isEqualTo(
              shaped.affinity(vcpu).orElseThrow().or(shaped.affinity(vcpu + 1).orElseThrow()));
    }
    assertThat(shaped.numaTune().bindingOf(1).orElseThrow().nodes()).isEqualTo(NodeSet.of(1));
    assertThat(shaped.cells().getFirst().distances()).isEqualTo(Map.of(0, 10, 1, 21));
  }

  @Test
  void unequalPinsGiveUnequalCells() {
    var guest = Guests.domain("db").vcpus(4).memoryGib(8).pinnedTo("1,2,3,9").guest();
    var design = on(Hosts.twoSockets(), guest);

    var shaped = after(Preset.FOLLOW_HOST, design);

    assertThat(shaped.cells())
        .extracting(GuestCell::vcpus)
        .containsExactly(CpuSet.range(0, 2), CpuSet.of(3));
    assertThat(shaped.cells())
        .extracting(GuestCell::memoryKib)
        .containsExactly(6 * 1_048_576L, 2 * 1_048_576L);
    assertThat(shaped.topology()).contains(new CpuTopology(1, 1, 1, 4, 1));
  }

  @Test
  void aGuestThatIsNotPinnedHasNoShapeToFollowAndIsToldWhy() {
    var plan =
        PresetPlan.of(
            Preset.FOLLOW_HOST, on(Hosts.twoSockets(), Guests.domain("db").vcpus(2).guest()), DB);

    assertThat(plan.edit()).isEmpty();
    assertThat(plan.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains("vCPU 0 is not pinned"));
  }

  @Test
  void whatIsRelaxedHasNothingOfThisHost() {
    var guest =
        Guests.domain("db")
            .vcpus(2)
            .pinnedTo("1,2")
            .emulator("0")
            .strict("0")
            .ioThread("3")
            .guest();
    var design = on(Hosts.twoSockets(), guest);

    var relaxed = after(Preset.RELAX, design);

    assertThat(relaxed.vcpuPins()).isEmpty();
    assertThat(relaxed.emulatorPin()).isEmpty();
    assertThat(relaxed.ioThreads().getFirst().pin()).isEqualTo(Optional.empty());
    assertThat(relaxed.numaTune()).isEqualTo(NumaTune.NONE);
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aPresetIsOneStepNamedAfterItAndDoingItTwiceChangesNothing(Preset preset) {
    var guest = Guests.domain("db").vcpus(4).memoryGib(8).pinnedTo("1,2,3,4").guest();
    var design = on(Hosts.twoSockets(), guest);

    var edit = PresetPlan.of(preset, design, DB).edit().orElseThrow();
    var once = edit.applyTo(design);

    assertThat(edit.label(design)).isEqualTo(preset.title() + " for db");
    assertThat(
            PresetPlan.of(preset, once, DB).edit().map(again -> again.applyTo(once)).orElse(once))
        .isEqualTo(once);
  }

  private static CpuSet union(Domain domain) {
    return domain.vcpuPins().values().stream().reduce(CpuSet.EMPTY, CpuSet::or);
  }
}
