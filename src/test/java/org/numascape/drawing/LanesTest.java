package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.Item;
import org.numascape.design.Lane;
import org.numascape.design.LaneKind;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.topology.CpuSet;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.PageSize;

/// Lanes are on the picture: their PUs, their memory, their words.
final class LanesTest {

  private static final long GIB = 1_048_576;

  private static final Lane SPDK =
      new Lane(
          "SPDK",
          LaneKind.SPDK,
          CpuSet.of(28, 60),
          Map.of(3, 20 * GIB),
          List.of(new Lane.Pages(3, PageSize.TWO_MIB, 2_048)));

  private static final Lane SWITCH =
      new Lane("the long virtual switch", LaneKind.DPDK, CpuSet.of(29), Map.of(), List.of());

  private static final Design DESIGN = Designs.pictured().withLane(SPDK).withLane(SWITCH);

  @Test
  void aPuThatALaneKeepsIsHatchedAndNamesIt() {
    var drawing = Drawings.draw(DESIGN, DrawingOptions.STANDARD);

    assertThat(box(drawing, pu(28)).pattern()).isEqualTo(Pattern.HATCHED);
    assertThat(Drawings.on(drawing, pu(28))).contains("SPDK", "P28");
    assertThat(Drawings.on(drawing, pu(29))).contains("dpdk", "P29");
    assertThat(Drawings.on(drawing, pu(0))).contains("host");
  }

  @Test
  void theMemoryBarHasASliceForWhatALaneKeepsPagesIncluded() {
    var drawing = Drawings.draw(DESIGN, DrawingOptions.STANDARD);

    var slices =
        Drawings.shapes(drawing, Shape.Box.class).stream()
            .filter(one -> one.kind().equals("memory-kept"))
            .toList();

    assertThat(slices)
        .extracting(Shape.Box::item)
        .containsOnly(Optional.of(new Item.NodeMemory(3)));
    assertThat(Drawings.texts(drawing, label -> label.text().startsWith("SPDK ·")))
        .contains("SPDK · 24 GiB");
  }

  @Test
  void theLegendNamesEachLane() {
    var words = Legend.words(Legend.of(Analysis.of(DESIGN), DrawingOptions.STANDARD)).toList();

    assertThat(words)
        .contains("kept for the host", "kept for SPDK", "kept for the long virtual switch");
  }

  @Test
  void aTooltipSaysWhomAPartIsKeptFor() {
    var facts = Analysis.of(DESIGN);
    var pu = facts.host().pu(28).orElseThrow();
    var node = facts.host().node(3).orElseThrow();

    assertThat(Hover.words(facts, List.of(new Item.OnHost(pu.id()))))
        .contains("kept for SPDK, which polls it all the time");
    assertThat(Hover.words(facts, List.of(new Item.OnHost(node.id()))))
        .contains("kept for SPDK: 20 GiB, 2,048 pages of 2 MiB");
  }

  @Test
  void aPuThatIsToBeIsolatedHasAHollowPadlock() {
    var design = DESIGN.withIsolated(Optional.of(CpuSet.of(30)));

    var locks =
        Drawings.shapes(Drawings.draw(design, DrawingOptions.STANDARD), Shape.Box.class).stream()
            .filter(one -> one.kind().equals("lock"))
            .toList();

    assertThat(locks).hasSize(2).allMatch(one -> one.fill().equals(Ink.NONE));
    assertThat(Legend.words(Legend.of(Analysis.of(design), DrawingOptions.STANDARD)))
        .contains("padlock: to be isolated from the scheduler");
  }

  @Test
  void pusOfDifferentLanesAreNotFoldedTogether() {
    var design = Designs.pictured().withGuests(List.of()).withLane(SPDK).withLane(SWITCH);
    var options = DrawingOptions.STANDARD.folded(Folding.ALL);

    var drawing = Drawings.draw(design, options);

    assertThat(Drawings.byId(drawing)).containsKeys(pu(28), pu(29));
  }

  private static String pu(int cpu) {
    var pu = DESIGN.host().pu(cpu).orElseThrow();
    return ObjectKind.PU.hwlocName() + "_" + pu.logical();
  }

  private static Shape.Box box(Drawing drawing, String id) {
    return Drawings.shapes(drawing, Shape.Box.class).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
