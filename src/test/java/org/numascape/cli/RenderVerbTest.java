package org.numascape.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void otherPicturesAreRefusedInOneSentence() {
    var file = folder.resolve("host.png");

    var run = Run.of("render", "sample:laptop", "-o", file.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "numascape: " + file + ": This version writes SVG only; end the name in .svg.\n"));
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
