package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.Item;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.format.synthetic.SyntheticReader;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;

final class LstopoLayoutTest {

  private static HostTopology host(String description) throws Exception {
    return SyntheticReader.read("test", description);
  }

  private static List<String> boxes(HostTopology host, Folding folding) {
    return LstopoParityTest.boxes(host, LabelMode.BOTH, folding);
  }

  private static Drawing designed(Folding folding) {
    var options = DrawingOptions.STANDARD.arranged(LayoutMode.LSTOPO).folded(folding);
    return Layout.draw(Analysis.of(Designs.pictured()), options, new FixedTextMetrics());
  }

  /// PU: 7 + 6 letters of 6 + 7 = 50 by 7 + 10 + 4 + 10 + 7 = 38. Core: two of them below one
  /// another (a core wants to be high) in a border of 7 under 24 of title: 64 by 107. Machine: two
  /// cores side by side, 7 + 64 + 7 + 64 + 7 = 149 by 24 + 24 + 7 + 107 + 7 = 169, but its node's
  /// words (7 + 25 x 6 + 7 = 164) are wider, and 7 at both sides make 178.
  @Test
  void aSmallHostIsAsCalculatedByHand() throws Exception {
    var host = host("core:2 pu:2");

    assertThat(boxes(host, Folding.NONE))
        .containsExactlyInAnyOrder(
            "Machine 0 0 178 169",
            "NUMANode 7 24 164 24",
            "Core 7 55 64 107",
            "PU 14 79 50 38",
            "PU 14 117 50 38",
            "Core 78 55 64 107",
            "PU 85 79 50 38",
            "PU 85 117 50 38");
  }

  /// Cores of 64 by 69 with one PU; six of them fold to two, three squares for the others, and one.
  @Test
  void ofManyAlikeNeighboursTheFirstTwoAndTheLastAreDrawn() throws Exception {
    var host = host("core:6 pu:1");

    assertThat(boxes(host, Folding.ALL))
        .filteredOn(box -> box.startsWith("Core"))
        .containsExactlyInAnyOrder(
            "Core 7 55 64 69",
            "Core 78 55 64 69",
            "Core 149 62 7 7",
            "Core 163 62 7 7",
            "Core 177 62 7 7",
            "Core 204 55 64 69");
    assertThat(boxes(host, Folding.NONE)).filteredOn(box -> box.startsWith("Core")).hasSize(6);
  }

  /// A bar of text, the PUs directly below it; the node's box above the bar, as wide as all.
  @Test
  void aCacheIsABarOverWhatItHoldsAndItsMemoryStandsAboveIt() throws Exception {
    var host = host("pack:1 l3:2 [numa(memory=1GiB)] pu:2");

    assertThat(boxes(host, Folding.NONE))
        .contains(
            "NUMANode 14 48 164 24",
            "L3Cache 14 79 164 24",
            "PU 14 103 50 38",
            "PU 64 103 50 38",
            "NUMANode 14 148 164 24");
  }

  @Test
  void alikePciFunctionsStandBehindOneAnotherAndWhatMattersToFewIsLeftOut() throws Exception {
    var host = HwlocReader.read("alike.xml", LstopoParityTest.ALIKE);

    assertThat(boxes(host, Folding.ALL)).filteredOn(box -> box.startsWith("PCIDev")).hasSize(6);
    assertThat(boxes(host, Folding.NONE)).filteredOn(box -> box.startsWith("PCIDev")).hasSize(6);
    var options = DrawingOptions.STANDARD.arranged(LayoutMode.LSTOPO).folded(Folding.ALL);
    assertThat(Drawings.draw(host, options).shapes())
        .filteredOn(Shape.Label.class::isInstance)
        .extracting(shape -> ((Shape.Label) shape).text())
        .contains("2 x { PCI 00:02.1-04.3 }", "3 x { PCI 00:05.0-07.0 }", "7.9", "Net eth0");
  }

  @Test
  void everyBoxOfAnObjectIsThatObjectToThePointer() {
    var hits = HitTest.of(designed(Folding.NONE));
    var host = Designs.pictured().host();

    assertThat(host.objects())
        .filteredOn(object ->
            object.id().kind() != ObjectKind.L1I_CACHE && object.id().kind() != ObjectKind.BRIDGE)
        .allSatisfy(object ->
            assertThat(hits.boundsOf(new Item.OnHost(object.id())))
                .as(object.id().toString())
                .isPresent());
  }

  @Test
  void aGuestsPuBearsItsColourAndItsAlias() {
    var drawing = designed(Folding.NONE);

    assertThat(drawing.shapes())
        .filteredOn(shape -> shape.item().orElse(NOTHING) instanceof Item.Vcpu)
        .filteredOn(Shape.Box.class::isInstance)
        .isNotEmpty()
        .allSatisfy(shape -> assertThat(((Shape.Box) shape).fill().role()).isEqualTo(Role.GUEST));
    assertThat(drawing.shapes())
        .filteredOn(shape -> shape.item().orElse(NOTHING) instanceof Item.Vcpu)
        .filteredOn(Shape.Label.class::isInstance)
        .isNotEmpty();
  }

  private static final Item NOTHING = new Item.NodeMemory(-1);

  @Test
  void whatGuestsUseIsNeverFoldedAway() {
    var whole = HitTest.of(designed(Folding.NONE));
    var folded = HitTest.of(designed(Folding.ALL));

    for (var guest : Designs.pictured().guests()) {
      for (int vcpu = 0; vcpu < guest.wanted().vcpus().maximum(); vcpu++) {
        var item = new Item.Vcpu(guest.id(), vcpu);
        assertThat(folded.boundsOf(item).isPresent()).isEqualTo(whole.boundsOf(item).isPresent());
      }
    }
  }

  @Test
  void planningSomethingLeavesTheBoxesWhereTheyAre() {
    var planned = designed(Folding.NONE);
    var options = DrawingOptions.STANDARD.arranged(LayoutMode.LSTOPO);
    var empty = Drawings.draw(Designs.pictured().host(), options);

    assertThat(planned.width()).isEqualTo(empty.width());
    assertThat(planned.height()).isEqualTo(empty.height());
    var hits = HitTest.of(planned);
    var bare = HitTest.of(empty);
    for (var pu : Designs.pictured().host().pus().values()) {
      Optional<Rect> there = bare.boundsOf(new Item.OnHost(pu.id()));
      assertThat(hits.boundsOf(new Item.OnHost(pu.id()))).isEqualTo(there);
    }
  }

  @Test
  void withRealLettersEveryWordStandsInItsBox() throws Exception {
    var host = host("pack:2 numa:2 l3:2 l2:2 core:1 pu:2");
    var options = DrawingOptions.STANDARD.arranged(LayoutMode.LSTOPO).labelled(LabelMode.BOTH);

    var drawing = Drawings.draw(host, options);

    assertThat(drawing.shapes())
        .filteredOn(Shape.Label.class::isInstance)
        .noneMatch(shape -> ((Shape.Label) shape).text().endsWith("…"));
  }
}
