package org.numascape.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.numascape.SharedData;
import org.numascape.format.FormatException;
import org.numascape.format.hwloc.HwlocReader;

/// Real machines, as others recorded them.
final class SharedHostsTest {

  @TestFactory
  Stream<DynamicTest> everyRecordedHostIsDrawnWholeAndNothingOverlaps() throws IOException {
    List<Path> files;
    try (var found = Files.list(SharedData.folder("hwloc-xml"))) {
      files = found.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    return files.stream()
        .map(
            file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> drawnWhole(file)));
  }

  private static void drawnWhole(Path file) throws IOException, FormatException {
    var host = HwlocReader.read(file.getFileName().toString(), Files.readString(file));

    var drawing = Drawings.draw(host, DrawingOptions.STANDARD.withInstructionCaches(true));

    var expected = new HashMap<String, Integer>();
    host.objects()
        .forEach(object -> expected.merge(object.id().kind().hwlocName(), 1, Integer::sum));
    var drawn = new HashMap<String, Integer>();
    var ids = new HashSet<String>();
    var pus = new HashSet<Rect>();
    for (var shape : drawing.shapes()) {
      if (shape instanceof Shape.Box box && !box.id().isEmpty()) {
        drawn.merge(box.kind(), 1, Integer::sum);
        assertThat(ids.add(box.id())).as(box.id()).isTrue();
        if (box.kind().equals("PU")) {
          assertThat(pus.add(box.bounds())).as(box.id() + " stands alone").isTrue();
          assertThat(box.bounds().width()).isGreaterThanOrEqualTo(Spacing.PU_WIDTH);
          assertThat(box.bounds().height()).isGreaterThanOrEqualTo(Spacing.PU_HEIGHT - 0.01);
        }
      }
    }
    assertThat(drawn).isEqualTo(expected);
  }
}
