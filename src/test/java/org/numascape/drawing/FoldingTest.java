package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numascape.drawing.Drawings.shapes;
import static org.numascape.drawing.Drawings.texts;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.topology.CpuSet;
import org.numascape.topology.Guess;
import org.numascape.topology.HostFacts;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// What stands together as one, and what never does.
final class FoldingTest {

  private static final DrawingOptions FOLDED = DrawingOptions.STANDARD.folded(Folding.ALL);

  private static List<String> folds(Drawing drawing) {
    return shapes(drawing, Shape.Box.class).stream()
        .filter(box -> box.kind().equals("fold"))
        .map(Shape.Box::id)
        .toList();
  }

  private static List<String> cpus(Drawing drawing) {
    return shapes(drawing, Shape.Box.class).stream()
        .filter(box -> box.kind().equals("PU"))
        .map(Shape.Box::id)
        .toList();
  }

  private static Shape.Box fold(Drawing drawing) {
    return shapes(drawing, Shape.Box.class).stream()
        .filter(box -> box.kind().equals("fold"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void alikeNeighboursStandBehindTheFirstAndTheirNumberAndCpusAreSaid() {
    var drawing = draw(Hosts.oneNode(), FOLDED);

    assertThat(cpus(drawing)).containsExactly("PU_0");
    assertThat(texts(drawing, label -> label.detail().shows(1)))
        .contains("× 3 cores", "3 PUs", "CPUs 1-3");
  }

  @Test
  void foldedPackagesCountTheirNodesToo() {
    var drawing = draw(DrawnHosts.large(24, 16, 2), FOLDED);

    assertThat(cpus(drawing)).containsExactly("PU_0", "PU_1");
    assertThat(String.join(" ", texts(drawing, label -> label.detail().shows(1))))
        .contains("× 23")
        .contains("23 nodes")
        .contains("736 PUs")
        .contains("× 15 cores");
  }

  @Test
  void twoAlikeNeighboursAreDrawnBoth() {
    var drawing = draw(Hosts.twoSockets(), FOLDED);

    assertThat(shapes(drawing, Shape.Box.class))
        .filteredOn(box -> box.kind().equals("Package"))
        .hasSize(2);
  }

  @Test
  void whatAGuestUsesIsDrawnAndWhatIsFreeBesideItFolds() {
    var design =
        Designs.of(Hosts.twoSockets(), Guests.domain("db").vcpus(2).memoryGib(4).pinnedTo("3,19"));

    var drawing = draw(design, FOLDED);

    assertThat(cpus(drawing)).contains("PU_6", "PU_7");
    assertThat(folds(drawing)).hasSize(3);
  }

  @Test
  void aNodeWithAGuestsMemoryStandsForNoOther() {
    var host = DrawnHosts.l3AsNode();
    var guest = Guests.domain("db").memoryGib(4).strict("2").cpuset("0-31");

    var drawing = draw(Designs.of(host, guest), FOLDED);

    assertThat(shapes(drawing, Shape.Box.class))
        .filteredOn(box -> box.kind().equals("NUMANode"))
        .extracting(Shape.Box::id)
        .containsExactly("NUMANode_0", "NUMANode_1", "NUMANode_2", "NUMANode_3");
  }

  @Test
  void cpusKeptForTheHostFoldAmongThemselvesOnly() {
    var design = Designs.of(DrawnHosts.large(1, 8, 1)).withReserved(CpuSet.range(0, 3));

    var drawing = draw(design, FOLDED);

    assertThat(cpus(drawing)).containsExactly("PU_0", "PU_4");
    assertThat(texts(drawing, label -> label.detail().shows(1)))
        .filteredOn(words -> words.equals("3 PUs"))
        .hasSize(2);
  }

  @Test
  void aGuessIsNeverFoldedAway() {
    var host = DrawnHosts.l3AsNode();
    var guess = new Guess(new ObjectId(ObjectKind.NUMA_NODE, 3), "read from distances");

    var drawing = draw(host.with(HostFacts.NONE.withGuesses(List.of(guess))), FOLDED);

    assertThat(shapes(drawing, Shape.Box.class))
        .extracting(Shape.Box::id)
        .contains("NUMANode_3")
        .doesNotContain("NUMANode_1", "NUMANode_2");
  }

  @Test
  void coresOfOtherShapeAreDrawn() {
    var drawing = draw(DrawnHosts.hybrid(), FOLDED);

    assertThat(shapes(drawing, Shape.Box.class))
        .extracting(Shape.Box::id)
        .contains("Core_0", "Core_1", "Core_8", "Core_2")
        .doesNotContain("Core_3", "Core_4", "Core_5");
  }

  @Test
  void whatColoursTellApartIsNotFolded() {
    var byCache = FOLDED.coloured(new Colouring.ByCacheDomain());

    var drawing = draw(DrawnHosts.l3AsNode(), byCache);

    assertThat(shapes(drawing, Shape.Box.class))
        .filteredOn(box -> box.kind().equals("NUMANode"))
        .hasSize(4);
  }

  @Test
  void alikeDevicesStandBehindTheFirstUnlessAGuestHasOne() {
    var host = DrawnHosts.manyDevices();
    var guest = Guests.domain("gpu").device("0001:32:00.0");

    var free = draw(host, FOLDED);
    var given = draw(Designs.of(host, guest), FOLDED);

    assertThat(devices(free)).containsExactly("PCIDev_0", "PCIDev_3");
    assertThat(texts(free, label -> true)).anyMatch(words -> words.startsWith("137 × "));
    assertThat(devices(given)).hasSize(4).contains("PCIDev_0", "PCIDev_3");
  }

  private static List<String> devices(Drawing drawing) {
    return shapes(drawing, Shape.Box.class).stream()
        .filter(box -> box.kind().equals("PCIDev"))
        .map(Shape.Box::id)
        .toList();
  }

  @Test
  void pointingAtAFoldTellsWhatToUnfoldAndTogglingUnfoldsThatAlone() {
    var host = Hosts.twoSockets();
    var drawing = draw(host, FOLDED);
    var fold = fold(drawing).bounds();

    var parent = HitTest.of(drawing).foldAt(fold.centreX(), fold.centreY(), 1).orElseThrow();
    var open = draw(host, DrawingOptions.STANDARD.folded(Folding.ALL.toggled(parent)));
    var again = draw(host, FOLDED.folded(Folding.ALL.toggled(parent).toggled(parent)));

    assertThat(parent).isEqualTo(new ObjectId(ObjectKind.L3_CACHE, 0));
    assertThat(cpus(open)).hasSize(16 + 2);
    assertThat(folds(open)).hasSize(1);
    assertThat(again).isEqualTo(drawing);
  }

  @Test
  void oneBoxCanBeFoldedWhereNoneElseIs() {
    var host = Hosts.twoSockets();
    var foldable = Layout.foldable(Analysis.of(Designs.of(host)), LayoutMode.FIT);

    var one = Folding.NONE.toggled(new ObjectId(ObjectKind.L3_CACHE, 1));

    assertThat(foldable)
        .containsExactlyInAnyOrder(
            new ObjectId(ObjectKind.L3_CACHE, 0), new ObjectId(ObjectKind.L3_CACHE, 1));
    assertThat(cpus(draw(host, DrawingOptions.STANDARD.folded(one)))).hasSize(16 + 2);
  }

  @Test
  void whereNothingIsFoldedNothingUnfolds() {
    var drawing = draw(Hosts.twoSockets(), DrawingOptions.STANDARD);

    Optional<ObjectId> found =
        HitTest.of(drawing).foldAt(drawing.width() / 2, drawing.height() / 2, 1);

    assertThat(found).isEmpty();
  }

  /// The host of a design without guests.
  private static Drawing draw(HostTopology host, DrawingOptions options) {
    return Drawings.draw(host, options);
  }

  private static Drawing draw(Design design, DrawingOptions options) {
    return Drawings.draw(design, options);
  }
}
