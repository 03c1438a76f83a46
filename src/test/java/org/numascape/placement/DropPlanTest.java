package org.numascape.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.design.Item.Vcpu;
import org.numascape.domain.MemoryMode;
import org.numascape.domain.NumaTune.MemoryBinding;
import org.numascape.topology.CpuSet;
import org.numascape.topology.NodeSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;

final class DropPlanTest {

  private static final DomainId CI = new DomainId("build-ci");
  private static final DomainId DB = new DomainId("db-server");

  @Test
  void sixVcpusOnANodeWithFourFreeCpusSayWhatThePictureSays() {
    var plan = drop(Designs.pictured(), vcpus(CI, 6), node(0), false);

    assertThat(plan.lines())
        .containsExactly(
            new PillLine(Tone.CAUTION, "4 of 6 vCPUs fit here; 2 would share"),
            new PillLine(Tone.BAD, "memory on node 2: distance 32, ≈ ×2.1"),
            new PillLine(Tone.GOOD, "Ctrl: move the cell along → 100 % local"));
    assertThat(plan.landing().keySet()).containsExactly(6, 7, 38, 39);
  }

  @Test
  void withCtrlTheMemoryComesAlong() {
    var design = Designs.pictured();

    var plan = drop(design, vcpus(CI, 6), node(3), true);

    var after = plan.edit().applyTo(design).guest(CI).orElseThrow().wanted();
    assertThat(plan.lines())
        .contains(new PillLine(Tone.GOOD, "6 vCPUs fit here"), new PillLine(Tone.GOOD, "local"));
    assertThat(after.numaTune().memory())
        .contains(new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(3)));
    assertThat(after.vcpuPins().values())
        .containsExactly(
            CpuSet.of(28),
            CpuSet.of(60),
            CpuSet.of(29),
            CpuSet.of(61),
            CpuSet.of(30),
            CpuSet.of(62));
  }

  @Test
  void aDropIsOneStepOfUndoWithALabel() {
    var design = Designs.pictured();

    var plan = drop(design, vcpus(CI, 6), node(3), true);

    assertThat(plan.edit().label(design)).isEqualTo("Move 6 vCPUs to node 3");
  }

  @Test
  void aVcpuOnAVcpuOfItsOwnGuestSwaps() {
    var design = Designs.pictured();

    var plan = drop(design, List.of(new Vcpu(CI, 0)), pu(27), false);
    var swap = drop(design, List.of(new Vcpu(CI, 0)), pu(29), false);

    assertThat(design.host().pu(45).orElseThrow().logical()).isEqualTo(27);
    assertThat(plan.edit().applyTo(design).guest(CI).orElseThrow().wanted().vcpuPins())
        .containsEntry(0, CpuSet.of(45))
        .containsEntry(1, CpuSet.of(13));
    assertThat(swap.lines().getFirst()).isEqualTo(new PillLine(Tone.PLAIN, "swaps with vCPU 3"));
  }

  @Test
  void aVcpuOnAVcpuOfARealTimeGuestSharesAndSaysSo() {
    var design = Designs.pictured();
    int logical = design.host().pu(9).orElseThrow().logical();

    var plan = drop(design, List.of(new Vcpu(CI, 0)), pu(logical), false);

    assertThat(plan.lines()).contains(new PillLine(Tone.BAD, "shared with rt-app"));
    assertThat(plan.landing()).isEqualTo(Map.of(9, List.of(new Vcpu(CI, 0))));
  }

  @Test
  void swapWithAnotherGuestIsThereWhenAskedFor() {
    var design = Designs.pictured();

    var plan = DropPlan.swap(Analysis.of(design), new Vcpu(CI, 0), 2).orElseThrow();

    var after = plan.edit().applyTo(design);
    assertThat(after.guest(CI).orElseThrow().wanted().vcpuPins()).containsEntry(0, CpuSet.of(2));
    assertThat(after.guest(DB).orElseThrow().wanted().vcpuPins()).containsEntry(0, CpuSet.of(13));
  }

  @Test
  void aCellOnTheNodeOfItsVcpusBecomesLocal() {
    var design = Designs.pictured();

    var plan = drop(design, List.of(new Item.Cell(CI, 0)), node(1), false);

    assertThat(plan.lines()).containsExactly(new PillLine(Tone.GOOD, "local"));
    assertThat(Analysis.of(plan.edit().applyTo(design)).locality()).hasValue(1);
  }

  @Test
  void aCellSaysWhichPagesWouldBeShortAndWhatCtrlWouldDo() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("db")
                .vcpus(2)
                .memoryGib(40)
                .hugePages(PageSize.TWO_MIB)
                .strict("3")
                .pinnedTo("24,56"));

    var plan = drop(design, List.of(new Item.Cell(new DomainId("db"), 0)), node(2), false);

    assertThat(plan.lines())
        .containsExactly(
            new PillLine(Tone.CAUTION, "vCPUs on node 3: distance 12, ≈ ×1.1"),
            new PillLine(Tone.BAD, "8,192 × 2 MiB short on node 2"),
            new PillLine(
                Tone.CAUTION,
                "Ctrl: move its vCPUs along → 100 % local, but 8,192 × 2 MiB short on node 2"));
  }

  @Test
  void shiftAddsANodeAndKeepsTheMode() {
    var design = Designs.pictured();

    var plan = DropPlan.addNode(Analysis.of(design), new Item.Cell(CI, 0), node(1)).orElseThrow();

    assertThat(plan.edit().applyTo(design).guest(CI).orElseThrow().wanted().numaTune().memory())
        .contains(new MemoryBinding(MemoryMode.PREFERRED, NodeSet.of(1, 2)));
  }

  @Test
  void anEmulatorOnANodeGoesToTheCpusKeptForTheHost() {
    var design = Designs.pictured();

    var plan = drop(design, List.of(new Item.Emulator(DB)), node(0), false);

    assertThat(plan.edit().applyTo(design).guest(DB).orElseThrow().wanted().emulatorPin())
        .contains(CpuSet.parse("0-1,32-33"));
    assertThat(plan.lines()).containsExactly(new PillLine(Tone.GOOD, "on CPUs kept for the host"));
  }

  @Test
  void anIoThreadOnARealTimeCpuIsBad() {
    var design = Designs.pictured();
    var core = new Item.OnHost(new ObjectId(ObjectKind.CORE, 9));

    var plan = drop(design, List.of(new Item.IoThread(DB, 1)), core, false);

    assertThat(plan.lines()).contains(new PillLine(Tone.BAD, "on CPUs of rt-app"));
  }

  @Test
  void aWholeGuestGoesToOneNodeWhereItFits() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("old").vcpus(16).allPinnedOneToOne("0-7,32-39"),
            Guests.domain("new").vcpus(8).memoryGib(32));

    var plan = drop(design, List.of(new Item.WholeGuest(new DomainId("new"))), machine(), false);

    var after = plan.edit().applyTo(design).guest(new DomainId("new")).orElseThrow().wanted();
    assertThat(plan.landing().keySet()).containsExactly(8, 9, 10, 11, 40, 41, 42, 43);
    assertThat(after.numaTune().memory())
        .contains(new MemoryBinding(MemoryMode.STRICT, NodeSet.of(1)));
    assertThat(plan.lines()).contains(new PillLine(Tone.GOOD, "local"));
  }

  @Test
  void aGuestWithCellsTooLargeForANodeGoesCellByCell() {
    var design =
        Designs.of(
            Hosts.fourNodes(), Guests.domain("new").vcpus(32).cell("0-15", 20).cell("16-31", 20));

    var plan = drop(design, List.of(new Item.WholeGuest(new DomainId("new"))), machine(), false);

    var facts = Analysis.of(plan.edit().applyTo(design));
    assertThat(facts.home(new DomainId("new"), 0)).contains(0);
    assertThat(facts.home(new DomainId("new"), 1)).contains(1);
    assertThat(facts.locality()).hasValue(1);
    assertThat(plan.lines())
        .contains(new PillLine(Tone.GOOD, "one cell after the other over nodes 0-1"));
  }

  @Test
  void aGuestTooLargeForANodeIsSplitIntoCellsAndThePillSaysSo() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("big").vcpus(20).memoryGib(8));

    var plan = drop(design, List.of(new Item.WholeGuest(new DomainId("big"))), machine(), false);

    var after = plan.edit().applyTo(design);
    var domain = after.guest(new DomainId("big")).orElseThrow().wanted();
    assertThat(plan.lines().getFirst())
        .isEqualTo(
            new PillLine(
                Tone.CAUTION, "does not fit one node: split into 2 guest cells on nodes 0-1"));
    assertThat(plan.lines()).contains(new PillLine(Tone.GOOD, "local"));
    assertThat(domain.cells())
        .extracting(cell -> cell.vcpus().toString())
        .containsExactly("0-9", "10-19");
    assertThat(domain.numaTune().bindingOf(1).orElseThrow().nodes()).isEqualTo(NodeSet.of(1));
    assertThat(Analysis.of(after).locality()).hasValue(1);
  }

  @Test
  void aRunningGuestThatIsSplitSeesItsCellsFromItsNextStartOn() {
    var big = Guests.domain("big").vcpus(20).memoryGib(8).running();

    var plan =
        drop(
            Designs.of(Hosts.twoSockets(), big),
            List.of(new Item.WholeGuest(new DomainId("big"))),
            machine(),
            false);

    assertThat(plan.lines())
        .contains(new PillLine(Tone.PLAIN, "the guest sees its cells from its next start on"));
  }

  @Test
  void withShiftAGuestTooLargeForANodeKeepsItsCellsAndIsSpread() {
    var design = Designs.of(Hosts.twoSockets(), Guests.domain("big").vcpus(20).memoryGib(8));
    var way = DropWay.spreading(SpreadPolicy.BY_GUEST).keepingCells();

    var plan =
        DropPlan.of(design, List.of(new Item.WholeGuest(new DomainId("big"))), machine(), way)
            .orElseThrow();

    assertThat(plan.lines().getFirst())
        .isEqualTo(new PillLine(Tone.CAUTION, "does not fit one node: spread over nodes 0-1"));
    assertThat(plan.lines())
        .contains(new PillLine(Tone.PLAIN, "without Shift: 2 guest cells on nodes 0-1"));
    assertThat(plan.landing()).hasSize(20);
  }

  @Test
  void eachGuestOfAGroupSpreadsAsSuitsIt() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("rt").vcpus(2).topology(1, 2, 1).pinnedTo("30,31").fifo(),
            Guests.domain("web").vcpus(2));
    var dragged = new ArrayList<Item>(vcpus(new DomainId("web"), 2));
    dragged.addAll(vcpus(new DomainId("rt"), 2));

    var plan =
        DropPlan.of(design, dragged, node(0), DropWay.spreading(SpreadPolicy.BY_GUEST))
            .orElseThrow();

    var after = plan.edit().applyTo(design);
    assertThat(after.guest(new DomainId("rt")).orElseThrow().wanted().vcpuPins())
        .isEqualTo(Map.of(0, CpuSet.of(0), 1, CpuSet.of(1)));
    assertThat(after.guest(new DomainId("web")).orElseThrow().wanted().vcpuPins())
        .isEqualTo(Map.of(0, CpuSet.of(2), 1, CpuSet.of(34)));
  }

  @Test
  void whatAGuestHasOnANodeMovesTogetherAndItsOtherNodeStays() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("wide").vcpus(4).memoryGib(8).strict("0-1").pinnedTo("2,34,8,40"));
    var wide = new DomainId("wide");
    var facts = Analysis.of(design);

    var here = GuestOnNode.of(facts, new Vcpu(wide, 2)).orElseThrow();
    var plan = drop(design, here.parts(facts), node(3), false);

    var domain = plan.edit().applyTo(design).guest(wide).orElseThrow().wanted();
    assertThat(here).isEqualTo(new GuestOnNode(wide, 1));
    assertThat(here.parts(facts))
        .containsExactly(new Vcpu(wide, 2), new Vcpu(wide, 3), new Item.Cell(wide, 0));
    assertThat(domain.numaTune().memory().orElseThrow().nodes()).isEqualTo(NodeSet.of(0, 3));
    assertThat(domain.vcpuPins().get(1)).isEqualTo(CpuSet.of(34));
    assertThat(domain.vcpuPins().get(2)).isEqualTo(CpuSet.of(24));
    assertThat(domain.vcpuPins().get(3)).isEqualTo(CpuSet.of(56));
  }

  @Test
  void unpinTakesPinsAndBindingsAway() {
    var design = Designs.pictured();

    var plan = DropPlan.unpin(Analysis.of(design), List.of(new Item.WholeGuest(DB))).orElseThrow();

    var after = plan.edit().applyTo(design).guest(DB).orElseThrow().wanted();
    assertThat(after.vcpuPins()).isEmpty();
    assertThat(after.numaTune().memory()).isEmpty();
    assertThat(after.ioThreads()).allMatch(io -> io.pin().isEmpty());
  }

  @Test
  void unpinOfWhatIsNotPinnedIsNothing() {
    var design = Designs.of(Hosts.fourNodes(), Guests.domain("new"));

    var plan = DropPlan.unpin(Analysis.of(design), List.of(new Vcpu(new DomainId("new"), 0)));

    assertThat(plan).isEmpty();
  }

  @Test
  void nothingCanBeDroppedOntoADevice() {
    var device = new Item.OnHost(new ObjectId(ObjectKind.PCI_DEVICE, 0));

    var plan =
        DropPlan.of(Designs.pictured(), vcpus(CI, 1), device, DropWay.spreading(SpreadPolicy.ANY));

    assertThat(plan).isEmpty();
  }

  private static DropPlan drop(
      Design design, List<? extends Item> dragged, Item target, boolean along) {
    var way = DropWay.spreading(SpreadPolicy.SIBLINGS_TOGETHER);
    return DropPlan.of(design, dragged, target, along ? way.bringingAlong() : way).orElseThrow();
  }

  private static List<Vcpu> vcpus(DomainId id, int count) {
    return IntStream.range(0, count).mapToObj(vcpu -> new Vcpu(id, vcpu)).toList();
  }

  private static Item node(int node) {
    return new Item.OnHost(new ObjectId(ObjectKind.NUMA_NODE, node));
  }

  private static Item pu(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.PU, logical));
  }

  private static Item machine() {
    return new Item.OnHost(new ObjectId(ObjectKind.MACHINE, 0));
  }
}
