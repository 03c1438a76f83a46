package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.drawing.Shape.Pattern;
import org.numascape.format.picture.FixedTextMetrics;
import org.numascape.topology.CpuKind;
import org.numascape.topology.CpuSet;
import org.numascape.topology.HostFacts;

/// A legend lists what its picture shows, and nothing else.
final class LegendTest {

  private static final DrawingOptions STANDARD = DrawingOptions.STANDARD;

  private static List<String> words(Design design, DrawingOptions options) {
    return Legend.words(Legend.of(Analysis.of(design), options)).toList();
  }

  @Test
  void theLegendOfThePicturedHostNamesEveryGuestStateAndSign() {
    var words = words(Designs.pictured(), STANDARD);

    assertThat(words)
        .containsExactly(
            "build-ci",
            "db-server",
            "large-vm",
            "rt-app",
            "kept for the host",
            "kept idle beside a dedicated CPU",
            "emulator and I/O threads",
            "memory in use by others",
            "memory not planned",
            "too little memory or too few huge pages",
            "accesses to far memory, ×1.7 and more");
  }

  @Test
  void anEmptyHostNeedsNoWordOnGuests() {
    assertThat(words(Designs.of(Hosts.oneNode()), STANDARD)).containsExactly("memory not planned");
  }

  @Test
  void everySwatchOfAGuestIsOnThePicture() {
    var drawing = Drawings.pictured(STANDARD);
    var entries = Legend.of(Analysis.of(Designs.pictured()), STANDARD);

    var inks = Drawings.shapes(drawing, Shape.Box.class).stream().map(Shape.Box::fill).toList();

    assertThat(entries)
        .filteredOn(entry -> entry.swatch().fill().role() == Role.GUEST)
        .hasSize(4)
        .allMatch(entry -> inks.contains(entry.swatch().fill()));
  }

  @Test
  void everySurfaceOfAMemoryBarIsExplainedAndNoOther() {
    for (var design : List.of(Designs.pictured(), Designs.of(Hosts.oneNode()))) {
      var kinds =
          Drawings.shapes(Drawings.draw(design, STANDARD), Shape.Box.class).stream()
              .map(Shape.Box::kind)
              .toList();

      var words = words(design, STANDARD);

      assertThat(words.contains("memory in use by others"))
          .isEqualTo(kinds.contains("memory-others"));
    }
  }

  @Test
  void everyPatternOnThePictureIsExplainedAndNoOther() {
    for (var design : List.of(Designs.pictured(), Designs.of(Hosts.twoSockets()))) {
      var drawing = Drawings.draw(design, STANDARD);

      var drawn =
          Drawings.shapes(drawing, Shape.Box.class).stream()
              .map(Shape.Box::pattern)
              .filter(pattern -> pattern != Pattern.SOLID)
              .distinct()
              .toList();
      var told =
          Legend.of(Analysis.of(design), STANDARD).stream()
              .map(entry -> entry.swatch().pattern())
              .filter(pattern -> pattern != Pattern.SOLID)
              .distinct()
              .toList();

      assertThat(told).containsExactlyInAnyOrderElementsOf(drawn);
    }
  }

  @Test
  void sharedAndFloatingVcpusAreExplainedWhereTheyOccur() {
    var design =
        Designs.of(
            Hosts.oneNode(),
            Guests.domain("one").vcpus(1).pinnedTo("2").colour(0),
            Guests.domain("two").vcpus(1).pinnedTo("2").colour(1),
            Guests.domain("web").vcpus(1).pinned(0, "0-1").colour(2));

    assertThat(words(design, STANDARD))
        .contains("several vCPUs share a CPU", "vCPUs float over several CPUs");
  }

  @Test
  void aColourStandsOnceHoweverManyBoxesHaveIt() {
    var options = STANDARD.coloured(new Colouring.ByCacheDomain());

    assertThat(words(Designs.pictured(), options))
        .containsOnlyOnce("neighbours of one shade share an L3 cache")
        .doesNotContain("db-server");
  }

  @Test
  void stepsOfAScaleStandFromColdToHotAndTheUnknownLast() {
    var cost = words(Designs.pictured(), STANDARD.coloured(new Colouring.ByAccessCost()));
    var kinds = List.of(new CpuKind(CpuSet.range(0, 3), Map.of("CoreType", "IntelCore")));
    var host = DrawnHosts.hybrid().with(HostFacts.NONE.withCpuKinds(kinds));

    var kind = words(Designs.of(host), STANDARD.coloured(new Colouring.ByCoreKind()));

    assertThat(cost).startsWith("local access, below ×1.1", "access ×1.7 to ×2.5");
    assertThat(kind).startsWith("performance cores (P)", "kind of core not told");
  }

  @Test
  void foldsAreExplainedOnlyWhereSomethingIsFolded() {
    var folded = STANDARD.folded(Folding.ALL);
    String words = "n more boxes like the one before";

    assertThat(words(Designs.of(Hosts.oneNode()), folded)).contains(words);
    assertThat(words(Designs.of(Hosts.oneNode()), STANDARD)).doesNotContain(words);
    assertThat(words(Designs.of(DrawnHosts.oneCpuWithoutNode()), folded)).doesNotContain(words);
  }

  @Test
  void cachesThatAreNotDrawnAreCounted() {
    var design = Designs.of(DrawnHosts.l3AsNode());

    assertThat(words(design, STANDARD)).contains("16 instruction caches are not drawn");
    assertThat(words(design, STANDARD.withInstructionCaches(true)))
        .noneMatch(words -> words.contains("not drawn"));
  }

  @Test
  void theLegendStandsBelowThePictureAndNoWordOfItIsCut() {
    var design = Designs.pictured();
    var drawing = Drawings.draw(design, STANDARD);
    var entries = Legend.of(Analysis.of(design), STANDARD);

    var whole = Legend.below(drawing, entries, new FixedTextMetrics());

    assertThat(whole.width()).isEqualTo(drawing.width());
    assertThat(Drawings.texts(whole, label -> label.bounds().y() > drawing.height()))
        .containsAll(Legend.words(entries).toList());
    assertThat(whole.shapes()).allMatch(shape -> shape.bounds().bottom() <= whole.height() + 0.01);
  }
}
