package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.numascape.design.Edit;
import org.numascape.document.DesignFiles;
import org.numascape.document.HostOpener;
import org.numascape.format.FormatException;
import org.numascape.topology.CpuSet;

final class RenderVerbTest {
  @TempDir private Path folder;

  @Test
  void everyPuOfTheHostIsABoxOfItsClass() {
    var run = Run.of("render", "sample:demonstration", "-o", "-");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().split("class=\"PU\"", -1)).hasSize(64 + 1);
  }

  @Test
  void whatAGuestSeesIsDrawnBesideItsHost() {
    var run = Run.of("render", "sample:demonstration", "--guest", "large-vm", "-o", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out().split("class=\"PU\"", -1)).hasSize(64 + 16 + 1);
    assertThat(run.out()).contains("id=\"guest-Core_7\"");
  }

  @Test
  void aGuestThatIsNotThereIsRefusedWithTheNamesThatAre() {
    var run = Run.of("render", "sample:demonstration", "--guest", "nobody", "-o", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("nobody").contains("large-vm").contains("build-ci");
  }

  @Test
  void aFileIsWrittenAndNothingIsSaid() {
    var file = folder.resolve("host.svg");

    var run = Run.of("render", "sample:laptop", "-o", file.toString(), "--theme", "dark");

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(file).content().startsWith("<?xml").endsWith("</svg>\n");
  }

  @Test
  void themesAndLabelsChangeThePicture() {
    String light = Run.of("render", "sample:laptop", "-o", "-").out();

    assertThat(Run.of("render", "sample:laptop", "-o", "-", "--theme", "grey").out())
        .isNotEqualTo(light);
    assertThat(Run.of("render", "sample:laptop", "-o", "-", "--labels", "none").out())
        .isNotEqualTo(light);
  }

  @Test
  void aDesignIsLaidOverItsHost() throws FormatException, IOException {
    var design = HostOpener.sample("guide-host").design();
    var moved =
        new Edit.PinVcpus(design.guests().getFirst().id(), Map.of(0, CpuSet.of(7))).applyTo(design);
    var file = folder.resolve("moved.numascape.json");
    DesignFiles.overwrite(file, moved);

    String over =
        Run.of("render", "sample:guide-host", "--design", file.toString(), "-o", "-").out();
    String alone = Run.of("render", file.toString(), "-o", "-").out();

    assertThat(over)
        .isEqualTo(alone)
        .isNotEqualTo(Run.of("render", "sample:guide-host", "-o", "-").out());
  }

  @Test
  void theEndOfTheNameDecidesTheFormat() throws IOException {
    var png = folder.resolve("host.PNG");
    var pdf = folder.resolve("host.pdf");

    var first = Run.of("render", "sample:laptop", "-o", png.toString(), "--scale", "2");
    var second = Run.of("render", "sample:laptop", "-o", pdf.toString());

    assertThat(first).isEqualTo(new Run(0, "", ""));
    assertThat(second).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void otherPicturesAreRefusedInOneSentence() {
    var file = folder.resolve("host.gif");

    var run = Run.of("render", "sample:laptop", "-o", file.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                2, "", "numascape: " + file + ": A picture's name ends in .svg, .png or .pdf.\n"));
    assertThat(Files.exists(file)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --scale 0               | --scale: Give a number above 0 and up to 8.
          --scale NaN             | --scale: Give a number above 0 and up to 8.
          --scale 9               | --scale: Give a number above 0 and up to 8.
          --size big              | --size: Give a width and a height, such as 1600x900.
          --size 50x900           | --size: Give at least 100x100.
          --layout lstopo --size 800x600 | --size: The layout lstopo has one size only; leave out --size or --layout.
          --colour-by mood        | --colour-by: Give guests, cost, hugepages, cache, kind or distance:NODE.
          --colour-by distance:7  | --colour-by: There is no NUMA node '7' on this host; it has 0, 1, 2, 3.
          """)
  void whatCannotBeDrawnIsSaidInOneSentence(String options, String sentence) {
    var words = new ArrayList<>(List.of("render", "sample:demonstration", "-o", "-"));
    words.addAll(List.of(options.split(" ")));

    var run = Run.of(words.toArray(String[]::new));

    assertThat(run).isEqualTo(new Run(2, "", "numascape: " + sentence + "\n"));
  }

  @Test
  void theSizeGivesThePictureItsShape() {
    String wide = Run.of("render", "sample:sgi-uv", "-o", "-", "--size", "4000x500").out();
    String tall = Run.of("render", "sample:sgi-uv", "-o", "-", "--size", "500x4000").out();

    assertThat(ratio(wide)).isGreaterThan(1.5);
    assertThat(ratio(tall)).isLessThan(0.7);
  }

  private static double ratio(String svg) {
    var box = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"").matcher(svg);
    assertThat(box.find()).isTrue();
    return Double.parseDouble(box.group(1)) / Double.parseDouble(box.group(2));
  }

  @Test
  void withoutNamesNeitherHostNorGuestsAreTold() {
    String named = Run.of("render", "sample:demonstration", "-o", "-").out();
    String nameless = Run.of("render", "sample:demonstration", "-o", "-", "--no-names").out();

    assertThat(named).contains("kvm-07", "db-server", "rt-app", "build-ci", "large-vm");
    assertThat(nameless)
        .doesNotContain("kvm-07", "db-server", "rt-app", "build-ci", "large-vm")
        .contains(">host<", ">vm1 · 32 GiB<");
  }

  @Test
  void theLegendStandsBelowThePictureAndMovesNothing() {
    String plain = Run.of("render", "sample:demonstration", "-o", "-").out();
    String told = Run.of("render", "sample:demonstration", "-o", "-", "--legend").out();

    assertThat(plain).doesNotContain("kept for the host");
    assertThat(told).contains(">kept for the host<", ">db-server<");
    assertThat(ratio(told)).isLessThan(ratio(plain));
    assertThat(told.lines().filter(line -> line.contains("class=\"PU\"")))
        .containsExactlyElementsOf(
            plain.lines().filter(line -> line.contains("class=\"PU\"")).toList());
  }

  @Test
  void everyOptionIsInTheHelp() {
    var run = Run.of("render", "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("--output", "--design", "--theme", "--scale", "--transparent", "--no-names")
        .contains("--labels", "--layout", "--size", "--[no-]fold", "--colour-by", "--legend");
  }

  @Test
  void aPictureLargerThanAnyProgramOpensIsRefusedInOneSentence() {
    var file = folder.resolve("host.png");
    var large = "synthetic:pack:8 numa:8 l3:4 l2:8 l1:1 core:1 pu:2";

    var run = Run.of("render", large, "-o", file.toString(), "--scale", "8");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("numascape: ")
        .contains("pixels; a PNG of at most 1,000 million is written: choose a smaller scale")
        .hasLineCount(1);
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    var file = folder.resolve("nowhere/host.svg");

    var run = Run.of("render", "sample:laptop", "-o", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("numascape: " + file + ": There is no such file or folder.\n");
  }
}
