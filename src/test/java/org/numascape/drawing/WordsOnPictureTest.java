package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.drawing.Drawings.crowded;
import static org.numascape.drawing.Drawings.draw;
import static org.numascape.drawing.Drawings.inside;
import static org.numascape.drawing.Drawings.on;
import static org.numascape.drawing.Drawings.pictured;
import static org.numascape.drawing.Drawings.shapes;
import static org.numascape.drawing.Drawings.texts;
import static org.numascape.drawing.Drawings.tight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.format.picture.FixedTextMetrics;

/// Words fit, never lie on each other, and can be read.
final class WordsOnPictureTest {

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

    for (double zoom : new double[] {0.3, 0.5, 0.65, 0.7, 0.75, 0.8, 0.86, 0.91, 1, 2}) {
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
  void theShortfallOfAPoolIsSaidInWords() {
    var texts = texts(pictured(DrawingOptions.STANDARD), label -> true);

    assertThat(texts)
        .contains("⚠ 2 MiB pages: pool 12,288, needs 16,384 — 4,096 short")
        .contains("32 of 64 GiB planned")
        .contains("db-server · 32 GiB");
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
  void farOutANodeSaysItsNameAndHowFullItIsInstead() {
    var drawing = pictured(DrawingOptions.STANDARD);

    var texts = texts(drawing, label -> label.detail().shows(0.25));

    assertThat(texts).contains("node 0", "12/16 CPUs", "node 3", "8/16 CPUs").doesNotContain("P6");
  }

  @Test
  void narrowMemorySaysItsSizeOnItsBar() throws FormatException {
    var host = HostOpener.sample("power9-gpu").design().host();

    var texts = texts(draw(host, DrawingOptions.STANDARD), label -> label.detail().shows(1));

    assertThat(texts).filteredOn("0 of 15 GiB planned"::equals).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1})
  void fromTwoThirdsOnNoNodeDeviceOrPuIsAnEmptyBox(double zoom) {
    var drawing = pictured(DrawingOptions.STANDARD);
    var labels =
        shapes(drawing, Shape.Label.class).stream()
            .filter(label -> label.detail().shows(zoom))
            .toList();

    for (var box : shapes(drawing, Shape.Box.class)) {
      boolean worded =
          List.of("PU", "PCIDev", "NUMANode", "thread", "L3Cache").contains(box.kind())
              && box.bounds().height() > 10
              && box.detail().shows(zoom);
      if (worded) {
        assertThat(labels)
            .as(box.kind() + " " + box.id() + " at " + zoom)
            .anyMatch(label -> inside(label.bounds(), grown(box.bounds())));
      }
    }
  }

  private static Rect grown(Rect rect) {
    return new Rect(rect.x() - 3, rect.y() - 3, rect.width() + 6, rect.height() + 6);
  }

  @Test
  void thatSeveralShareACpuIsSaidFromMiddleDistanceToo() {
    var texts = texts(crowded(DrawingOptions.STANDARD), label -> label.detail().shows(0.7));

    assertThat(texts).contains("×3");
  }
}
