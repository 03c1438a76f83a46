package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.numascape.analysis.Analysis;
import org.numascape.document.HostOpener;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Shape;
import org.numascape.format.FormatException;
import org.numascape.sample.SampleHosts;

/// The picture of every sample is the one that somebody looked at.
///
/// After a change that is meant, look at the new pictures, then renew them and look at the
/// difference: `mvn -pl src test -Dtest=GoldenSamplesTest -Dgolden=renew`.
final class GoldenSamplesTest {

  private static final Path GOLDEN = Path.of("test/resources/org/numascape/format/picture/golden");

  private static final String HOW =
      "look at \"numascape render sample:NAME -o NAME.png\"; if it is as meant, renew with"
          + " mvn -pl src test -Dtest=GoldenSamplesTest -Dgolden=renew";

  /// Of a larger picture only what its shapes come to and the fingerprint of its SVG are kept: the
  /// one says what has changed, the other that nothing has.
  private static final int LARGEST = 60_000;

  static Stream<String> samples() {
    return SampleHosts.names().stream();
  }

  private static Drawing drawing(String sample) throws FormatException {
    var design = HostOpener.sample(sample).design();
    return Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsDrawnAsItWasWhenSomebodyLooked(String sample) throws FormatException, IOException {
    var drawing = drawing(sample);
    String svg = SvgWriter.write(drawing, Palette.light());
    boolean whole = svg.length() <= LARGEST;
    String actual = whole ? svg : digest(drawing) + "SHA-256 " + fingerprint(svg) + "\n";
    Path file = GOLDEN.resolve(sample + (whole ? ".svg" : ".txt"));

    if ("renew".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.deleteIfExists(GOLDEN.resolve(sample + (whole ? ".txt" : ".svg")));
      Files.writeString(file, actual);
    }

    assertThat(file).as(HOW).exists();
    assertThat(actual).as(file + ": " + HOW).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyBoxOfASampleHasAClassAndAnIdOfItsOwn(String sample) throws FormatException {
    var ids = new HashSet<String>();

    for (var shape : drawing(sample).shapes()) {
      if (shape instanceof Shape.Box box && box.detail().shows(1)) {
        assertThat(box.kind()).isNotEmpty();
        assertThat(box.id().isEmpty() || ids.add(box.id())).as(box.id()).isTrue();
      }
    }

    assertThat(ids).contains("Machine_0");
  }

  /// The size of the picture; of every kind how many there are and where they are on the whole; and
  /// all words that stand for themselves, by how they look.
  private static String fingerprint(String svg) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(svg.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String digest(Drawing drawing) {
    var kinds = new TreeMap<String, double[]>();
    for (var shape : drawing.shapes()) {
      String key =
          switch (shape) {
            case Shape.Box box -> "box " + box.kind() + " " + box.fill() + " " + box.pattern();
            case Shape.Label label -> "label " + label.size() + " " + label.ink();
            case Shape.Line line -> "line " + line.kind() + " " + line.ink();
            case Shape.Arc arc -> "arc " + arc.ink();
          };
      Rect at = shape.bounds();
      double[] sums = kinds.computeIfAbsent(key, kind -> new double[5]);
      sums[0]++;
      sums[1] += at.x();
      sums[2] += at.y();
      sums[3] += at.width();
      sums[4] += at.height();
    }
    var text = new StringBuilder();
    text.append(Math.round(drawing.width())).append(" × ").append(Math.round(drawing.height()));
    text.append("\nkind: count, mean x, y, width, height\n");
    kinds.forEach((kind, sums) -> {
      text.append(kind).append(": ").append((int) sums[0]);
      for (int at = 1; at < 5; at++) {
        text.append(", ").append(Math.round(sums[at] / sums[0] * 100) / 100.0);
      }
      text.append('\n');
    });
    drawing.shapes().stream()
        .filter(shape -> shape instanceof Shape.Label label && label.size() >= 11)
        .map(shape -> ((Shape.Label) shape).text())
        .distinct()
        .limit(200)
        .forEach(words -> text.append(words).append('\n'));
    return text.toString();
  }
}
