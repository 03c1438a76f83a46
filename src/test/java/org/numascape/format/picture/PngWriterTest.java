package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.analysis.Analysis;
import org.numascape.drawing.Detail;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

final class PngWriterTest {

  private static final Drawing HOST =
      Layout.draw(Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());

  /// The JDK's own reader checks all lengths and checksums.
  private static BufferedImage image(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PictureFormat.PNG.bytes(picture)));
  }

  private static Shape.Box box(Rect bounds, double radius, Shape.Pattern pattern) {
    return new Shape.Box(
        "",
        "Core",
        bounds,
        radius,
        Ink.of(Role.NODE),
        Ink.of(Role.BAD),
        1,
        pattern,
        Optional.empty(),
        Detail.ALWAYS);
  }

  private static Picture of(Shape... shapes) {
    return new Picture(new Drawing(100, 300, List.of(shapes)), Palette.light());
  }

  @Test
  void aBoxHasItsColoursOnWholePixels() throws IOException {
    var box = box(new Rect(10, 20, 30, 200), 0, Shape.Pattern.SOLID);

    var image = image(of(box));

    var light = Palette.light();
    assertThat(image.getRGB(9, 20)).isEqualTo(light.argb(Ink.of(Role.CANVAS)));
    assertThat(image.getRGB(10, 20)).isEqualTo(light.argb(Ink.of(Role.BAD)));
    assertThat(image.getRGB(39, 219)).isEqualTo(light.argb(Ink.of(Role.BAD)));
    assertThat(image.getRGB(11, 21)).isEqualTo(light.argb(Ink.of(Role.NODE)));
    assertThat(image.getRGB(38, 218)).isEqualTo(light.argb(Ink.of(Role.NODE)));
    assertThat(image.getRGB(40, 220)).isEqualTo(light.argb(Ink.of(Role.CANVAS)));
  }

  @Test
  void aRoundCornerIsBlendedFromBothColours() throws IOException {
    var image = image(of(box(new Rect(10, 10, 50, 50), 10, Shape.Pattern.SOLID)));

    var light = Palette.light();
    assertThat(image.getRGB(10, 10)).isEqualTo(light.argb(Ink.of(Role.CANVAS)));
    assertThat(image.getRGB(13, 13))
        .isNotIn(light.argb(Ink.of(Role.CANVAS)), light.argb(Ink.of(Role.NODE)));
    assertThat(image.getRGB(59, 59)).isEqualTo(image.getRGB(10, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HATCHED", "CROSSED", "DASHED"})
  void aPatternIsSeenInItsBoxAndNowhereElse(String pattern) throws IOException {
    var bounds = new Rect(10, 100, 60, 60);

    var plain = image(of(box(bounds, 4, Shape.Pattern.SOLID)));
    var patterned = image(of(box(bounds, 4, Shape.Pattern.valueOf(pattern))));

    int inside = 0;
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 100; x++) {
        if (plain.getRGB(x, y) != patterned.getRGB(x, y)) {
          assertThat(bounds.contains(x, y)).as(x + ", " + y).isTrue();
          inside++;
        }
      }
    }
    assertThat(inside).isGreaterThan(50);
  }

  @Test
  void theScaleMultipliesTheSize() throws IOException {
    var once = image(new Picture(HOST, Palette.light()));
    var thrice = image(new Picture(HOST, Palette.light()).scaled(3));

    assertThat(once.getWidth()).isEqualTo((int) HOST.width());
    assertThat(thrice.getWidth()).isEqualTo(3 * once.getWidth());
    assertThat(thrice.getHeight()).isEqualTo(3 * once.getHeight());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2})
  void everyPuHasTheColourItHasInThePalette(double scale) throws IOException {
    var image = image(new Picture(HOST, Palette.dark()).scaled(scale));

    int seen = 0;
    for (var shape : HOST.shapes()) {
      if (shape instanceof Shape.Box box
          && box.kind().equals("PU")
          && box.pattern() == Shape.Pattern.SOLID) {
        Rect at = box.bounds();
        int x = (int) ((at.x() + 3.5) * scale);
        int y = (int) ((at.y() + at.height() / 2) * scale);
        assertThat(image.getRGB(x, y)).as(box.id()).isEqualTo(Palette.dark().argb(box.fill()));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void bandsMeetWithoutASeam() throws IOException {
    var tall = box(new Rect(10, 5, 60, 290), 0, Shape.Pattern.SOLID);

    var image = image(of(tall));

    for (int y = 6; y < 294; y++) {
      assertThat(image.getRGB(40, y)).isEqualTo(image.getRGB(40, 6));
    }
  }

  @Test
  void withoutBackgroundThereIsNothingBesideTheBoxes() throws IOException {
    var picture = new Picture(HOST, Palette.light()).on(Picture.Background.NONE);

    var image = image(picture);

    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(image.getRGB((int) HOST.width() / 3, (int) HOST.height() / 3) >>> 24).isEqualTo(255);
  }

  @Test
  void textIsDrawnWhereTheLayoutPutIt() throws IOException {
    var label =
        new Shape.Label(
            "MMMM",
            new Rect(20, 30, 60, 25),
            20,
            50,
            20,
            Shape.Anchor.START,
            true,
            false,
            Ink.of(Role.TEXT),
            Optional.empty(),
            Detail.ALWAYS);

    var image = image(of(label));

    int canvas = Palette.light().argb(Ink.of(Role.CANVAS));
    boolean inked = false;
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 100; x++) {
        boolean ink = image.getRGB(x, y) != canvas;
        boolean allowed = x >= 19 && x < 81 && y >= 30 && y <= 51;
        assertThat(!ink || allowed).as("ink at " + x + ", " + y).isTrue();
        inked |= ink;
      }
    }
    assertThat(inked).isTrue();
  }

  @Test
  void aPictureNobodyCanOpenIsRefusedInASentence() {
    var huge = new Picture(new Drawing(40_000, 40_000, List.of()), Palette.light());

    assertThatThrownBy(() -> PictureFormat.PNG.bytes(huge))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The picture would have 40,000 × 40,000 pixels; a PNG of at most 1,000 million is"
                + " written: choose a smaller scale, or SVG or PDF.");
  }

  @Test
  void aScaleOutsideItsRangeIsRefused() {
    var picture = new Picture(HOST, Palette.light());

    assertThatThrownBy(() -> picture.scaled(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> picture.scaled(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> picture.scaled(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void checksumsOfPartsCombineToTheChecksumOfTheWhole() {
    byte[] first = new byte[100_003];
    byte[] second = new byte[70_001];
    java.util.Arrays.fill(first, (byte) 0xfe);
    java.util.Arrays.fill(second, (byte) 0x17);
    var whole = new Adler32();
    whole.update(first);
    var one = new Adler32();
    one.update(first);
    var two = new Adler32();
    two.update(second);

    whole.update(second);

    assertThat(PngFile.combined(one.getValue(), two.getValue(), second.length))
        .isEqualTo(whole.getValue());
  }
}
