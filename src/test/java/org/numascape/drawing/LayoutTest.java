package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectKind;
import org.numascape.topology.TopologyObject;

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

  static Drawing draw(HostTopology host, DrawingOptions options) {
    var design = Design.of("test", host, new HostSource.Sample("test"), List.of());
    return Layout.draw(Analysis.of(design), options, new FixedTextMetrics());
  }

  private static Drawing pictured(DrawingOptions options) {
    return Layout.draw(Analysis.of(Designs.pictured()), options, new FixedTextMetrics());
  }

  /// The pictured design with guests of long names, shared CPUs, floating vCPUs and memory far
  /// away.
  private static Design crowded() {
    var design = Designs.pictured();
    var guests = new ArrayList<>(design.guests());
    Stream.of(
            Guests.domain("a guest with a name that is much too long for anything it stands on")
                .vcpus(2)
                .memoryGib(30)
                .strict("0")
                .pinnedTo("21,53"),
            Guests.domain("web-1").vcpus(4).memoryGib(40).strict("3").allPinned("28-31"),
            Guests.domain("web-2").vcpus(4).memoryGib(8).strict("3").pinnedTo("28,29,2,2"),
            Guests.domain("float").vcpus(2).memoryGib(9).strict("1").allPinned("24-25,56-57"))
        .map(Guests::guest)
        .forEach(guests::add);
    return design.withGuests(guests);
  }

  private static Drawing crowded(DrawingOptions options) {
    return Layout.draw(Analysis.of(crowded()), options, new FixedTextMetrics());
  }

  private static <T extends Shape> List<T> shapes(Drawing drawing, Class<T> type) {
    return drawing.shapes().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Map<String, Rect> byId(Drawing drawing) {
    var found = new HashMap<String, Rect>();
    shapes(drawing, Shape.Box.class).stream()
        .filter(box -> !box.id().isEmpty())
        .forEach(box -> found.put(box.id(), box.bounds()));
    return found;
  }

  private static boolean inside(Rect inner, Rect outer) {
    double slack = 0.01;
    return inner.x() >= outer.x() - slack
        && inner.y() >= outer.y() - slack
        && inner.right() <= outer.right() + slack
        && inner.bottom() <= outer.bottom() + slack;
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

  private static Rect rect(Map<String, Rect> boxes, TopologyObject object) {
    return Optional.ofNullable(
            boxes.get(object.id().kind().hwlocName() + "_" + object.id().logical()))
        .orElseThrow();
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

  static Stream<DrawingOptions> options() {
    return Stream.of(LabelMode.values())
        .flatMap(mode ->
            Stream.of(
                DrawingOptions.STANDARD.labelled(mode),
                DrawingOptions.STANDARD.labelled(mode).within(400, 900),
                DrawingOptions.STANDARD.labelled(mode).within(2400, 500)));
  }

  @ParameterizedTest
  @MethodSource("options")
  void noWordIsWiderThanTheBoxItStandsOn(DrawingOptions options) {
    var drawing = crowded(options);

    var boxes = new HashMap<Object, List<Rect>>();
    for (var shape : drawing.shapes()) {
      if (shape instanceof Shape.Box box && box.item().isPresent()) {
        boxes.computeIfAbsent(box.item().get(), i -> new ArrayList<>()).add(box.bounds());
      }
    }
    var picture = new Rect(0, 0, drawing.width(), drawing.height());
    for (var label : shapes(drawing, Shape.Label.class)) {
      assertThat(inside(label.bounds(), picture)).as(label.text() + " in the picture").isTrue();
      var own = label.item().flatMap(item -> Optional.ofNullable(boxes.get(item)));
      own.ifPresent(rects ->
          assertThat(rects)
              .as(label.text())
              .anyMatch(rect ->
                  label.bounds().x() >= rect.x() - 0.01
                      && label.bounds().right() <= rect.right() + 0.01));
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void wordsOnTheSameZoomNeverLieOnEachOther(DrawingOptions options) {
    var drawing = crowded(options);

    for (double zoom : new double[] {0.3, 0.5, 0.8, 1, 2}) {
      var shown =
          shapes(drawing, Shape.Label.class).stream()
              .filter(label -> label.detail().shows(zoom))
              .filter(label -> zoom >= Scene.FAR || covered(label))
              .toList();
      for (int one = 0; one < shown.size(); one++) {
        for (int other = one + 1; other < shown.size(); other++) {
          assertThat(tight(shown.get(one)).intersects(tight(shown.get(other))))
              .as("at " + zoom + ": " + shown.get(one).text() + " / " + shown.get(other).text())
              .isFalse();
        }
      }
    }
  }

  /// Far out the plate of a node lies on everything in it; what counts is on plates or outside
  /// nodes.
  private static boolean covered(Shape.Label label) {
    return label.detail().equals(Scene.FAR_ONLY) || label.text().startsWith("Package");
  }

  private static Rect tight(Shape.Label label) {
    var b = label.bounds();
    return new Rect(b.x(), b.y() + b.height() * 0.15, b.width(), b.height() * 0.7);
  }

  /// Where it would be up to 7 % smaller, it is painted with nine.
  @Test
  void noTextIsEverShownBelowNinePixels() {
    var drawing = pictured(DrawingOptions.STANDARD);

    for (var label : shapes(drawing, Shape.Label.class)) {
      var smallest = Detail.onScreen(label.size(), label.detail().from());
      assertThat(smallest).as(label.text()).isPresent();
      assertThat(smallest.getAsDouble()).as(label.text()).isGreaterThanOrEqualTo(9);
    }
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
  void theShortfallOfAPoolIsSaidInWords() {
    var texts = texts(pictured(DrawingOptions.STANDARD), label -> true);

    assertThat(texts)
        .contains("⚠ 2 MiB pages: pool 12,288, needs 16,384 — 4,096 short")
        .contains("32 of 64 GiB planned")
        .contains("db-server · 32 GiB");
  }

  private static List<String> texts(Drawing drawing, Predicate<Shape.Label> which) {
    return shapes(drawing, Shape.Label.class).stream()
        .filter(which)
        .map(Shape.Label::text)
        .toList();
  }

  @Test
  void aNodeWithTooMuchMemorySaysSoHoweverNarrowItIs() {
    var host = DrawnHosts.large(8, 2, 1);
    var guests =
        host.nodes().keySet().stream()
            .map(node -> Guests.domain("on-" + node).memoryGib(5_000).strict("" + node))
            .toArray(Guests[]::new);

    var drawing =
        Layout.draw(
            Analysis.of(Designs.of(host, guests)), DrawingOptions.STANDARD, new FixedTextMetrics());

    assertThat(shapes(drawing, Shape.Label.class))
        .filteredOn(label -> label.detail().shows(1) && label.text().endsWith("over"))
        .hasSameSizeAs(host.nodes().keySet());
  }

  @Test
  void theTitleSaysWhatTheHostIs() {
    var texts = texts(pictured(DrawingOptions.STANDARD), label -> label.bounds().y() < 42);

    assertThat(texts).contains("kvm-07", "2 × EPYC 7313 · 4 NUMA nodes · 64 CPUs · 256 GiB");
  }

  @Test
  void aPuSaysWhatItCarries() {
    var drawing = pictured(DrawingOptions.STANDARD);

    assertThat(on(drawing, "PU_4")).containsExactly("db·0", "P2");
    assertThat(on(drawing, "PU_0")).contains("host", "P0");
    assertThat(on(drawing, "PU_19")).containsExactly("idle", "P41");
    assertThat(on(drawing, "PU_12")).containsExactly("P6");
    assertThat(on(drawing, "PU_16")).containsExactly("P8", "emu");
  }

  private static List<String> on(Drawing drawing, String id) {
    var rect = Optional.ofNullable(byId(drawing).get(id)).orElseThrow();
    return texts(
        drawing,
        label ->
            label.detail().shows(1)
                && rect.contains(label.bounds().centreX(), label.bounds().centreY()));
  }

  @Test
  void twoVcpusOnOneCpuShareItInBandsAndTheirNumberIsSaid() {
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("one").vcpus(1).pinnedTo("2").colour(0),
            Guests.domain("two").vcpus(1).pinnedTo("2").colour(1));

    var drawing = Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics());

    assertThat(on(drawing, "PU_2")).contains("on·0", "tw·0", "P2 ×2");
  }

  @Test
  void aVcpuPinnedToSeveralCpusFloatsOnEachOfThem() {
    var design =
        Designs.of(Hosts.oneNode(), Guests.domain("web").vcpus(1).pinned(0, "1-2").colour(0));

    var drawing = Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics());

    assertThat(on(drawing, "PU_1")).containsExactly("P1", "~we");
    assertThat(on(drawing, "PU_2")).containsExactly("P2", "~we");
    assertThat(on(drawing, "PU_3")).containsExactly("P3");
  }

  @Test
  void theArcOfRemoteMemoryCrossesNoWordAndSaysWhatItCosts() {
    var drawing = pictured(DrawingOptions.STANDARD);

    var arcs =
        shapes(drawing, Shape.Arc.class).stream().filter(arc -> arc.detail().shows(1)).toList();
    assertThat(arcs).hasSize(1);
    assertThat(arcs.getFirst().ink().role()).isEqualTo(Role.BAD);
    assertThat(texts(drawing, l -> true)).contains("build-ci: 100 % remote · ≈ ×2.1");
    var hits = HitTest.of(drawing);
    var crossed = new HashSet<String>();
    for (var label : shapes(drawing, Shape.Label.class)) {
      boolean own = label.text().startsWith("build-ci: ");
      boolean over = label.detail().shows(1) && !own && touches(arcs.getFirst(), tight(label));
      if (over) {
        crossed.add(label.text());
      }
    }
    assertThat(crossed).isEmpty();
    assertThat(hits.at(arcs.getFirst().x(), arcs.getFirst().y(), 1))
        .contains(arcs.getFirst().item().orElseThrow());
  }

  @Test
  void noArcCrossesAWordHoweverManyThereAre() {
    var drawing = crowded(DrawingOptions.STANDARD.within(1100, 800));

    var arcs =
        shapes(drawing, Shape.Arc.class).stream().filter(arc -> arc.detail().shows(1)).toList();
    var crossed = new HashSet<String>();
    for (var label : shapes(drawing, Shape.Label.class)) {
      boolean pill = label.text().contains("% remote");
      boolean over =
          label.detail().shows(1)
              && !pill
              && arcs.stream().anyMatch(arc -> touches(arc, tight(label)));
      if (over) {
        crossed.add(label.text());
      }
    }
    assertThat(arcs).hasSizeGreaterThan(3);
    assertThat(crossed).isEmpty();
  }

  @Test
  void pillsCoverNoWordAndNoOtherPill() {
    var drawing = crowded(DrawingOptions.STANDARD.within(1100, 800));

    var pills =
        shapes(drawing, Shape.Box.class).stream()
            .filter(box -> box.kind().equals("flow"))
            .map(Shape.Box::bounds)
            .toList();
    var covered =
        shapes(drawing, Shape.Label.class).stream()
            .filter(label -> label.detail().shows(1) && !label.text().contains("% remote"))
            .filter(label -> pills.stream().anyMatch(tight(label)::intersects))
            .map(Shape.Label::text)
            .toList();
    assertThat(covered).isEmpty();
    assertThat(pills).hasSizeGreaterThan(2);
    for (var one : pills) {
      assertThat(pills.stream().filter(one::intersects)).hasSize(1);
    }
  }

  private static boolean touches(Shape.Arc arc, Rect rect) {
    double x = arc.x();
    double y = arc.y();
    for (var curve : arc.curves()) {
      for (int step = 0; step <= 40; step++) {
        double t = step / 40.0;
        if (rect.contains(x + (curve.x() - x) * t, y + (curve.y() - y) * t)) {
          return true;
        }
      }
      x = curve.x();
      y = curve.y();
    }
    return false;
  }

  @Test
  void withManyArcsOnlyTheSelectedGuestsAreFull() {
    var guests = new ArrayList<Guests>();
    for (int guest = 0; guest < 8; guest++) {
      guests.add(
          Guests.domain("vm-" + guest)
              .vcpus(1)
              .memoryGib(1)
              .strict("1")
              .pinnedTo(Integer.toString(guest))
              .colour(guest));
    }
    var design = Designs.of(Hosts.twoSockets(), guests.toArray(Guests[]::new));
    var chosen = design.guests().get(3).id();

    var drawing =
        Layout.draw(
            Analysis.of(design),
            DrawingOptions.STANDARD.selecting(Optional.of(chosen)),
            new FixedTextMetrics());

    var full =
        shapes(drawing, Shape.Arc.class).stream()
            .filter(arc -> arc.detail().shows(1) && arc.opacity() == 1)
            .toList();
    assertThat(full).hasSize(1);
    assertThat(full.getFirst().item().orElseThrow().toString()).contains(chosen.value());
  }

  @Test
  void farOutANodeSaysItsNameAndHowFullItIsInstead() {
    var drawing = pictured(DrawingOptions.STANDARD);

    var texts = texts(drawing, label -> label.detail().shows(0.25));

    assertThat(texts).contains("node 0", "12/16 CPUs", "node 3", "8/16 CPUs").doesNotContain("P6");
  }
}
