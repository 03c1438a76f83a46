package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class HitTestTest {

  private final Design design = Designs.pictured();
  private final HitTest hits =
      HitTest.of(Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics()));

  private static Item host(ObjectKind kind, int logical) {
    return new Item.OnHost(new ObjectId(kind, logical));
  }

  private DomainId guest(String name) {
    return design.guests().stream()
        .filter(guest -> guest.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<Item> atMiddleOf(Item item) {
    var rect = hits.boundsOf(item).orElseThrow();
    return hits.at(rect.centreX(), rect.centreY(), 1);
  }

  @Test
  void aPointOnATakenPuHitsTheVcpuThenThePuThenEverythingAround() {
    var vcpu = new Item.Vcpu(guest("db-server"), 0);

    var found = atMiddleOf(vcpu);

    assertThat(found)
        .containsExactly(
            vcpu,
            host(ObjectKind.PU, 4),
            host(ObjectKind.CORE, 2),
            host(ObjectKind.L3_CACHE, 0),
            host(ObjectKind.NUMA_NODE, 0),
            host(ObjectKind.GROUP, 0),
            host(ObjectKind.PACKAGE, 0),
            host(ObjectKind.MACHINE, 0));
  }

  @Test
  void aPointOnAMemoryBarHitsTheCellThenTheMemoryOfTheNode() {
    var cell = new Item.Cell(guest("large-vm"), 1);

    var found = atMiddleOf(cell);

    assertThat(found).startsWith(cell, new Item.NodeMemory(3), host(ObjectKind.NUMA_NODE, 3));
  }

  @Test
  void anAreaIsWhereAThingIsSeenAtThatZoomNotWhereItIsNearBy() {
    var cell = new Item.Cell(guest("large-vm"), 1);

    var near = hits.areasOf(cell, 1);
    var far = hits.areasOf(cell, 0.5);

    assertThat(near).containsExactly(hits.boundsOf(cell).orElseThrow());
    assertThat(far).hasSize(1).doesNotContainAnyElementsOf(near);
    assertThat(far)
        .allSatisfy(
            area -> assertThat(hits.at(area.centreX(), area.centreY(), 0.5)).startsWith(cell));
  }

  @Test
  void aThreadOnSeveralCpusHasAnAreaOnEach() {
    var thread = new Item.IoThread(guest("db-server"), 1);

    var areas = hits.areasOf(thread, 1);

    assertThat(areas).hasSize(4);
    assertThat(areas.stream().reduce(Rect::union)).isEqualTo(hits.boundsOf(thread));
  }

  @Test
  void farOutThePlateOfANodeLiesOverItsCpus() {
    var rect = hits.boundsOf(host(ObjectKind.PU, 4)).orElseThrow();

    var found = hits.at(rect.centreX(), rect.centreY(), 0.2);

    assertThat(found.getFirst()).isEqualTo(host(ObjectKind.NUMA_NODE, 0));
  }

  @Test
  void aPointOutsideThePictureHitsNothing() {
    assertThat(hits.at(-50, 10, 1)).isEmpty();
    assertThat(hits.at(1e6, 1e6, 1)).isEmpty();
  }

  @Test
  void anArcAndItsPillTellWhoseAccessesTheyAre() {
    var pill =
        Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics())
            .shapes()
            .stream()
            .filter(shape -> shape instanceof Shape.Box box && box.kind().equals("flow"))
            .map(Shape::bounds)
            .findFirst()
            .orElseThrow();
    var plain = hits.boundsOf(host(ObjectKind.PU, 4)).orElseThrow();

    assertThat(hits.flowAt(pill.centreX(), pill.centreY(), 1))
        .contains(new Item.Cell(guest("build-ci"), 0));
    assertThat(hits.flowAt(plain.centreX(), plain.centreY(), 1)).isEmpty();
  }

  @Test
  void theWordsOnAnArcAreNoPartOfTheMemoryItLeadsTo() {
    var cell = hits.boundsOf(new Item.Cell(guest("build-ci"), 0)).orElseThrow();
    var node = hits.boundsOf(host(ObjectKind.NUMA_NODE, 2)).orElseThrow();

    assertThat(node.contains(cell.x(), cell.y())).isTrue();
    assertThat(node.contains(cell.right() - 1, cell.bottom() - 1)).isTrue();
  }

  @Test
  void whatIsNotDrawnHasNoBounds() {
    assertThat(hits.boundsOf(host(ObjectKind.PU, 999))).isEmpty();
    assertThat(hits.boundsOf(new Item.Vcpu(new DomainId("nobody"), 0))).isEmpty();
  }

  @Test
  void anAreaHoldsOnlyWhatLiesWhollyInIt() {
    var core = hits.boundsOf(host(ObjectKind.CORE, 2)).orElseThrow();

    var found = hits.within(core);

    assertThat(found)
        .contains(
            host(ObjectKind.CORE, 2),
            host(ObjectKind.PU, 4),
            host(ObjectKind.PU, 5),
            new Item.Vcpu(guest("db-server"), 0),
            new Item.Vcpu(guest("db-server"), 1))
        .doesNotContain(host(ObjectKind.L3_CACHE, 0), host(ObjectKind.CORE, 3));
  }
}
