package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.numascape.InstalledLstopo;
import org.numascape.SharedData;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.design.HostSource;
import org.numascape.format.hwloc.HwlocReader;
import org.numascape.format.synthetic.SyntheticReader;
import org.numascape.topology.HostTopology;

/// In lstopo's arrangement, with letters 6 units wide, the boxes are those of the installed lstopo,
/// to the pixel.
final class LstopoParityTest {

  /// lstopo's own rule where it knows no fonts.
  static final TextMetrics SIX = (text, size, bold, mono) -> 6.0 * text.length();

  private static final Pattern RECT =
      Pattern.compile(
          "<rect id='[^']*' class='([^']*)' x='(\\d+)' y='(\\d+)' width='(\\d+)' height='(\\d+)'");

  /// Attached nodes have a memory each: hwloc 2.9 gives them none otherwise.
  private static final List<String> SYNTHETIC =
      List.of(
          "pu:1",
          "2",
          "2 3 4 5 6",
          "pack:2 core:4 pu:2",
          "pack:2 core:5 pu:8",
          "core:64 pu:1",
          "pu:5",
          "pu:160",
          "pack:8 numa:2 l3:2 l2:4 l1d:1 core:1 pu:2",
          "pack:2 numa:4 l3:4(size=32MiB) l2:8 l1d:1 l1i:1 core:1 pu:2",
          "pack:2 [numa(memory=64GB)] [numa(memory=16GB)] l3:1 core:6 pu:2",
          "pack:4 l3:1 [numa(memory=64GB)] core:12 pu:2(indexes=core)",
          "[numa(memory=64GB)] [numa(memory=1TB)] pack:2 core:10 pu:1",
          "group:6 group:2 numa:1 core:3 pu:4",
          "numa:24 pack:1 core:8 pu:2(indexes=numa:core)",
          "pack:3 die:3 l3:5 core:7 pu:3");

  private record Case(String name, String input, Reading reading) {}

  private interface Reading {
    HostTopology host() throws Exception;
  }

  private static Stream<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    for (String description : SYNTHETIC) {
      cases.add(
          new Case(description, description, () -> SyntheticReader.read("test", description)));
    }
    try (var samples = Files.list(Path.of("..", "sample-hosts"))) {
      samples
          .filter(sample -> Files.exists(sample.resolve("topology.xml")))
          .sorted()
          .forEach(sample ->
              cases.add(file(sample.getFileName().toString(), sample.resolve("topology.xml"))));
    }
    return cases.stream();
  }

  private static Case file(String name, Path file) {
    return new Case(name, file.toString(), () -> HwlocReader.read(name, Files.readString(file)));
  }

  private static Stream<Case> sharedCases() throws IOException {
    List<Path> files;
    try (var found = Files.list(SharedData.folder("hwloc-xml"))) {
      files = found.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    return files.stream().map(file -> file(file.getFileName().toString(), file));
  }

  @TestFactory
  Stream<DynamicTest> theBoxesOfSamplesAndMadeUpHostsAreThoseOfLstopo() throws IOException {
    return cases().flatMap(LstopoParityTest::tests);
  }

  @TestFactory
  Stream<DynamicTest> theBoxesOfRecordedHostsAreThoseOfLstopo() throws IOException {
    return sharedCases().flatMap(LstopoParityTest::tests);
  }

  private static Stream<DynamicTest> tests(Case one) {
    return Stream.of(
        DynamicTest.dynamicTest(one.name, () -> compare(one, LabelMode.BOTH, Folding.ALL)),
        DynamicTest.dynamicTest(
            one.name + " in full",
            () -> compare(one, LabelMode.BOTH, Folding.NONE, "--no-factorize", "--no-collapse")),
        DynamicTest.dynamicTest(
            one.name + " by logical index",
            () -> compare(one, LabelMode.LOGICAL, Folding.ALL, "--logical")),
        DynamicTest.dynamicTest(
            one.name + " by physical index",
            () -> compare(one, LabelMode.PHYSICAL, Folding.ALL, "--physical")));
  }

  private static void compare(Case one, LabelMode labels, Folding folding, String... arguments)
      throws Exception {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--of", "nativesvg", "--no-legend", "-i", one.input));
    String svg = InstalledLstopo.output(all.toArray(String[]::new));
    Assumptions.assumeTrue(
        svg.contains("<svg"), "skipped: the installed lstopo does not read this file");

    var ours = boxes(one.reading.host(), labels, folding);

    assertThat(ours).isEqualTo(boxes(svg));
  }

  static List<String> boxes(HostTopology host, LabelMode labels, Folding folding) {
    var options =
        DrawingOptions.STANDARD
            .arranged(LayoutMode.LSTOPO)
            .labelled(labels)
            .folded(folding)
            .withInstructionCaches(true);
    var design = Design.of("test", host, new HostSource.Sample("test"), List.of());
    return Layout.draw(Analysis.of(design), options, SIX).shapes().stream()
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .map(box -> {
          var rect = box.bounds();
          return "%s %.0f %.0f %.0f %.0f"
              .formatted(box.kind(), rect.x(), rect.y(), rect.width(), rect.height());
        })
        .sorted()
        .toList();
  }

  private static List<String> boxes(String svg) {
    return RECT.matcher(svg)
        .results()
        .map(rect ->
            String.join(
                " ",
                kind(rect.group(1)),
                rect.group(2),
                rect.group(3),
                rect.group(4),
                rect.group(5)))
        .sorted()
        .toList();
  }

  /// hwloc's kind of what lstopo calls by a narrower word.
  private static String kind(String word) {
    if (word.matches("L\\d[di]?")) {
      return word.replace("d", "") + "Cache";
    }
    return switch (word.replaceAll("\\d", "")) {
      case "Group" -> "Group";
      case "PCI" -> "PCIDev";
      case "HostBridge", "PCIBridge" -> "Bridge";
      case "Block", "Net", "OpenFabrics", "DMA", "GPU", "CoProc", "Storage" -> "OSDev";
      default -> word;
    };
  }
}
