package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Walk.Direction;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

final class WalkTest {

  private final HostTopology host = Designs.pictured().host();
  private final HitTest hits =
      HitTest.of(
          Layout.draw(
              Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics()));

  private Optional<ObjectId> from(ObjectId start, Direction... way) {
    var at = Optional.of(start);
    for (var direction : way) {
      at = at.flatMap(here -> Walk.step(host, hits, here, direction));
    }
    return at;
  }

  private ObjectId cpu(int index) {
    return host.pu(index).orElseThrow().id();
  }

  private static ObjectId id(ObjectKind kind, int logical) {
    return new ObjectId(kind, logical);
  }

  @Test
  void rightGoesToTheCpuOfTheNextCoreNotToTheSiblingBelow() {
    assertThat(from(cpu(2), Direction.RIGHT)).contains(cpu(3));
    assertThat(from(cpu(2), Direction.DOWN)).contains(cpu(34));
  }

  @Test
  void rightAndLeftAndDownAndUpLeadBackToTheStart() {
    for (int cpu : List.of(2, 5, 13, 20, 59)) {
      assertThat(from(cpu(cpu), Direction.RIGHT, Direction.LEFT)).contains(cpu(cpu));
    }
    assertThat(from(cpu(2), Direction.DOWN, Direction.UP)).contains(cpu(2));
  }

  @Test
  void aStepCrossesTheBoundaryOfANode() {
    assertThat(from(cpu(7), Direction.RIGHT)).contains(cpu(8));
  }

  @Test
  void outGoesToTheNextBoxThatIsDrawnAndInComesBack() {
    assertThat(from(cpu(2), Direction.OUT)).contains(id(ObjectKind.CORE, 2));
    assertThat(from(cpu(2), Direction.OUT, Direction.OUT)).contains(id(ObjectKind.L3_CACHE, 0));
    assertThat(from(cpu(2), Direction.OUT, Direction.IN)).contains(cpu(2));
  }

  @Test
  void aCoreWalksToTheNextCore() {
    assertThat(from(id(ObjectKind.CORE, 2), Direction.RIGHT)).contains(id(ObjectKind.CORE, 3));
  }

  @Test
  void theOutermostBoxHasNoneAroundItAndTheInnermostNoneInside() {
    assertThat(from(host.machine().id(), Direction.OUT)).isEmpty();
    assertThat(from(cpu(2), Direction.IN)).isEmpty();
  }

  @Test
  void everyCpuIsReachedFromTheFirstByWalking() {
    var seen = new java.util.LinkedHashSet<ObjectId>(List.of(cpu(0)));
    var next = new java.util.ArrayDeque<ObjectId>(seen);
    while (!next.isEmpty()) {
      var here = next.removeFirst();
      for (var way : List.of(Direction.RIGHT, Direction.LEFT, Direction.UP, Direction.DOWN)) {
        Walk.step(host, hits, here, way).filter(seen::add).ifPresent(next::add);
      }
    }

    assertThat(seen).hasSize(host.pus().size());
  }

  @Test
  void whatIsNotOnTheHostLeadsNowhere() {
    assertThat(from(id(ObjectKind.PU, 9999), Direction.RIGHT)).isEmpty();
  }
}
