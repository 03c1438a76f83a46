package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.design.DomainId;
import org.numascape.design.Item;
import org.numascape.topology.NodeSet;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class CloseupTest {

  private static final DomainId FAR = new DomainId("build-ci");

  private final Analysis facts = Analysis.of(Designs.pictured());

  @Test
  void memoryOnTheFarNodeShowsTheTwoNodesAndTheArcBetweenThem() {
    var spot = Closeup.spot(facts, List.of(new Item.Cell(FAR, 0)));

    var drawing = draw(spot);

    assertThat(spot.memory()).isEqualTo(NodeSet.of(1, 2));
    assertThat(items(drawing)).contains(node(1), node(2)).doesNotContain(node(0), node(3));
    assertThat(drawing.shapes()).anyMatch(Shape.Arc.class::isInstance);
  }

  @Test
  void aFewThreadsShowTheirCoresAlone() {
    var spot = Closeup.spot(facts, List.of(new Item.Vcpu(FAR, 0)));

    var drawing = draw(spot);

    var pus =
        items(drawing).stream()
            .filter(item -> item instanceof Item.OnHost(var id) && id.kind() == ObjectKind.PU)
            .distinct();
    assertThat(pus).hasSizeLessThanOrEqualTo(2);
    assertThat(items(drawing)).contains(new Item.Vcpu(FAR, 0), node(1));
  }

  @Test
  void whatIsSharedWithNodesThatAreLeftOutKeepsItsShare() {
    var whole = Layout.draw(facts, DrawingOptions.STANDARD, metrics());
    var part = draw(Closeup.spot(facts, List.of(new Item.Cell(FAR, 0))));

    assertThat(widths(part)).isNotEmpty();
    assertThat(widths(whole)).containsAll(widths(part));
  }

  @Test
  void moreThanFourNodesAreNoCloseLook() {
    var all = facts.host().nodes().keySet().stream().<Item>map(Item.NodeMemory::new).toList();

    assertThat(Closeup.spot(facts, all).memory().size()).isLessThanOrEqualTo(4);
    assertThat(Closeup.spot(facts, List.of())).isEqualTo(Closeup.Spot.NOTHING);
  }

  private Drawing draw(Closeup.Spot spot) {
    return Closeup.draw(facts, facts, spot, DrawingOptions.STANDARD.within(300, 200), metrics());
  }

  private static TextMetrics metrics() {
    return (text, size, bold, mono) -> text.length() * size * 0.55;
  }

  private static Item node(int logical) {
    return new Item.OnHost(new ObjectId(ObjectKind.NUMA_NODE, logical));
  }

  private static List<Item> items(Drawing drawing) {
    return drawing.shapes().stream()
        .map(shape -> shape.item().orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /// How wide arcs are: what their share is.
  private static List<Double> widths(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Arc.class::isInstance)
        .map(shape -> ((Shape.Arc) shape).width())
        .toList();
  }
}
