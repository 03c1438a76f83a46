package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.drawing.Drawings.byId;
import static org.numascape.drawing.Drawings.draw;
import static org.numascape.drawing.Drawings.inside;
import static org.numascape.drawing.Drawings.pictured;
import static org.numascape.drawing.Drawings.rect;
import static org.numascape.drawing.Drawings.shapes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Hosts;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

/// Where boxes go.
final class LayoutTest {

  static Stream<HostTopology> hosts() {
    return Stream.of(
        Hosts.oneNode(),
        Hosts.twoSockets(),
        Hosts.fourNodes(),
        DrawnHosts.oneCpuWithoutNode(),
        DrawnHosts.highBandwidthMemory(),
        DrawnHosts.l3AsNode(),
        DrawnHosts.lopsided(),
        DrawnHosts.manyDevices(),
        DrawnHosts.hybrid(),
        DrawnHosts.large(24, 16, 2));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void everyObjectOfTheHostIsDrawnOnceUnderItsKindAndAnIdOfItsOwn(HostTopology host) {
    var drawing = draw(host, DrawingOptions.STANDARD.withInstructionCaches(true));

    var drawn = new HashMap<String, Integer>();
    var ids = new ArrayList<String>();
    shapes(drawing, Shape.Box.class).stream()
        .filter(box -> !box.id().isEmpty())
        .forEach(box -> {
          drawn.merge(box.kind(), 1, Integer::sum);
          ids.add(box.id());
        });
    var expected = new HashMap<String, Integer>();
    host.objects()
        .forEach(object -> expected.merge(object.id().kind().hwlocName(), 1, Integer::sum));
    assertThat(drawn).isEqualTo(expected);
    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void everyBoxLiesInsideThePictureAndInsideTheBoxAroundIt(HostTopology host) {
    var drawing = draw(host, DrawingOptions.STANDARD.withInstructionCaches(true));

    var boxes = byId(drawing);
    var picture = new Rect(0, 0, drawing.width(), drawing.height());
    assertThat(boxes.values()).allMatch(rect -> inside(rect, picture));
    host.objects()
        .filter(LayoutTest::isDrawnAsABoxAroundItsParts)
        .forEach(outer ->
            outer
                .walk()
                .filter(inner -> inner.id().kind() != ObjectKind.NUMA_NODE)
                .forEach(inner ->
                    assertThat(inside(rect(boxes, inner), rect(boxes, outer)))
                        .as(inner.id() + " in " + outer.id())
                        .isTrue()));
  }

  private static boolean isDrawnAsABoxAroundItsParts(TopologyObject object) {
    return switch (object.id().kind()) {
      case MACHINE, PACKAGE, DIE, GROUP, CORE -> true;
      default -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aNodeLiesAroundTheCpusThatAreLocalToIt(HostTopology host) {
    var boxes = byId(draw(host, DrawingOptions.STANDARD));

    for (var pu : host.pus().values()) {
      host.nodeOf(pu.osIndex())
          .ifPresent(node -> {
            var around = rect(boxes, host.node(node).orElseThrow());
            assertThat(inside(rect(boxes, pu), around)).as(pu + " in node " + node).isTrue();
          });
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void boxesOfOneKindNeverOverlap(HostTopology host) {
    var drawing = draw(host, DrawingOptions.STANDARD);

    var kinds = new HashMap<String, List<Rect>>();
    shapes(drawing, Shape.Box.class).stream()
        .filter(box -> !box.id().isEmpty())
        .filter(box -> !box.kind().equals("NUMANode") || !contains(drawing, box))
        .forEach(
            box -> kinds.computeIfAbsent(box.kind(), k -> new ArrayList<>()).add(box.bounds()));
    kinds.forEach((kind, rects) -> {
      for (int one = 0; one < rects.size(); one++) {
        for (int other = one + 1; other < rects.size(); other++) {
          assertThat(rects.get(one).intersects(rects.get(other)))
              .as(kind + " " + rects.get(one) + " and " + rects.get(other))
              .isFalse();
        }
      }
    });
  }

  /// A node may hold the box of memory that has no CPUs of its own.
  private static boolean contains(Drawing drawing, Shape.Box box) {
    return shapes(drawing, Shape.Box.class).stream()
        .anyMatch(other ->
            !other.id().equals(box.id())
                && other.kind().equals("NUMANode")
                && !other.id().isEmpty()
                && inside(other.bounds(), box.bounds()));
  }

  @Test
  void aWideWindowGetsMoreColumnsThanAHighOne() {
    var wide = draw(Hosts.fourNodes(), DrawingOptions.STANDARD.within(2000, 500));
    var high = draw(Hosts.fourNodes(), DrawingOptions.STANDARD.within(500, 2000));

    assertThat(wide.width() / wide.height()).isGreaterThan(2);
    assertThat(high.width() / high.height()).isLessThan(0.6);
  }

  @Test
  void nodesOfOneShapeLineUp() {
    var boxes = byId(draw(Hosts.fourNodes(), DrawingOptions.STANDARD));

    var nodes =
        Stream.of(0, 1, 2, 3)
            .map(node -> Optional.ofNullable(boxes.get("NUMANode_" + node)).orElseThrow())
            .toList();

    assertThat(nodes.stream().map(Rect::width).distinct()).hasSize(1);
    assertThat(nodes.stream().map(Rect::height).distinct()).hasSize(1);
    assertThat(nodes.stream().map(Rect::x).distinct()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void planningSomethingLeavesTheBoxesWhereTheyAre() {
    var empty = byId(draw(Hosts.fourNodes(), DrawingOptions.STANDARD));

    var planned = byId(pictured(DrawingOptions.STANDARD));

    assertThat(planned).isEqualTo(empty);
  }

  @Test
  void boxesOfOneRowLineUpThoughDevicesHangOffSomeOfThemOnly() {
    var host = DrawnHosts.manyDevices();

    var boxes = byId(draw(host, DrawingOptions.STANDARD.within(1600, 500)));

    var one = rect(boxes, host.node(0).orElseThrow());
    var other = rect(boxes, host.node(1).orElseThrow());
    assertThat(one.y()).isEqualTo(other.y());
    assertThat(one.height()).isEqualTo(other.height());
  }

  /// The boxes of GPU memory take fewer rows at the width they get than at the least width.
  @Test
  void memoryThatNeedsFewerRowsLeavesNoHole() throws FormatException {
    var host = HostOpener.sample("power9-gpu").design().host();

    var boxes = byId(draw(host, DrawingOptions.STANDARD));

    assertThat(host.pus().values())
        .allMatch(pu -> rect(boxes, pu).height() <= Spacing.PU_HIGHEST + 0.01);
  }
}
