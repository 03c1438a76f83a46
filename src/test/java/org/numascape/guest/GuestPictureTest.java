package org.numascape.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.drawing.Beside.Weight;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Shape;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class GuestPictureTest {

  private static final DomainId VM = new DomainId("vm");

  private static Design design() {
    return Designs.of(
        Hosts.fourNodes(),
        Guests.domain("vm")
            .colour(3)
            .vcpus(4)
            .topology(1, 2, 2)
            .cell("0-3", 8)
            .pinnedTo("8,40,9,41")
            .memnode(0, "1"),
        Guests.domain("vm2").vcpus(2).pinnedTo("0,1"));
  }

  private static Drawing picture(Design design) {
    return GuestPicture.of(design, VM, DrawingOptions.STANDARD, new FixedTextMetrics())
        .orElseThrow();
  }

  @Test
  void insideTheGuestEachVcpuRunsOnTheCpuOfItsNumberAndNobodyElseIsThere() {
    var inside = GuestInside.of(design(), VM).orElseThrow();

    var facts = Analysis.of(inside);

    assertThat(inside.guest(VM).orElseThrow().colour()).isEqualTo(3);
    assertThat(facts.occupancy().seat(new Item.Vcpu(VM, 3)).orElseThrow().cpus())
        .isEqualTo(CpuSet.of(3));
    assertThat(facts.occupancy().seats())
        .filteredOn(seat -> seat.hold().pinned())
        .allMatch(seat -> seat.who().domain().equals(VM));
    assertThat(facts.memory().node(0).orElseThrow().shares()).hasSize(1);
  }

  @Test
  void hostAndGuestAreInOnePictureWithIdsOfTheirOwn() {
    var boxes =
        picture(design()).shapes().stream()
            .filter(Shape.Box.class::isInstance)
            .map(shape -> ((Shape.Box) shape).id())
            .filter(id -> !id.isEmpty())
            .toList();

    assertThat(boxes).doesNotHaveDuplicates().contains("Core_0", "guest-Core_0", "guest-Core_1");
    assertThat(boxes).doesNotContain("guest-Core_2");
  }

  @Test
  void aLineGoesFromEachGuestCoreToItsHostCoreAndFromEachCellToItsMemory() {
    var view = GuestView.of(design(), VM).orElseThrow();

    var links = GuestLinks.of(view, 3);

    assertThat(links)
        .extracting(link -> link.from(), link -> link.to(), link -> link.memory())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(core(0), List.of(core(8)), false),
            org.assertj.core.groups.Tuple.tuple(core(1), List.of(core(9)), false),
            org.assertj.core.groups.Tuple.tuple(
                new Item.NodeMemory(0), List.of(new Item.NodeMemory(1)), true));
    assertThat(arcs(picture(design()))).hasSize(3);
  }

  private static Item core(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.CORE, logical));
  }

  private static List<Shape.Arc> arcs(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Arc.class::isInstance)
        .map(Shape.Arc.class::cast)
        .filter(arc -> arc.id().startsWith("link_"))
        .toList();
  }

  @Test
  void singleVcpusHaveLinesToTheirCpus() {
    var links = GuestLinks.of(design(), VM, CpuSet.of(1));

    assertThat(links).hasSize(1);
    assertThat(links.getFirst().weight()).isEqualTo(Weight.STRONG);
    assertThat(links.getFirst().to())
        .containsExactly(new Item.OnHost(Hosts.fourNodes().pu(40).orElseThrow().id()));
  }

  @Test
  void aBoxOfTheGuestStandsForItsVcpusOrForTheMemoryOfACell() {
    var machine = GuestView.of(design(), VM).orElseThrow().machine();

    assertThat(GuestLinks.meaning(machine, VM, core(1)))
        .containsExactly(new Item.Vcpu(VM, 2), new Item.Vcpu(VM, 3));
    assertThat(GuestLinks.meaning(machine, VM, new Item.NodeMemory(0)))
        .containsExactly(new Item.Cell(VM, 0));
  }

  @Test
  void whatDoesNotFitIsNumberedInThePictureAndToldBelow() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("vm").vcpus(2).topology(1, 1, 2).pinnedTo("8,9").strict("1"));

    var plain = picture(design());
    var marked = picture(design);

    assertThat(texts(marked))
        .anyMatch(text -> text.startsWith("Guest siblings are not host siblings."));
    assertThat(marked.shapes())
        .filteredOn(shape -> shape instanceof Shape.Box box && box.kind().equals("mismatch"))
        .isNotEmpty();
    assertThat(plain.shapes())
        .noneMatch(shape -> shape instanceof Shape.Box box && box.kind().equals("mismatch"));
  }

  /// hwloc issue 712.
  @Test
  void cellsWithTheHostsNumberingAreDrawnAndTheirContradictionIsTold() {
    var design =
        Designs.of(
            Hosts.fourNodes(),
            Guests.domain("vm")
                .vcpus(128)
                .topology(2, 32, 2)
                .cell("0-31,64-95", 64)
                .cell("32-63,96-127", 64));

    assertThat(texts(picture(design)))
        .anyMatch(text -> text.startsWith("Cells cut the guest's own cores or sockets."));
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Label.class::isInstance)
        .map(shape -> ((Shape.Label) shape).text())
        .toList();
  }

  @Test
  void thereIsNoPictureOfAGuestThatIsNotThere() {
    assertThat(
            GuestPicture.of(
                design(), new DomainId("x"), DrawingOptions.STANDARD, new FixedTextMetrics()))
        .isEmpty();
  }
}
