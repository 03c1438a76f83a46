package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

final class PdfWriterTest {

  private static Drawing drawn(Design design) {
    return Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics());
  }

  private static PDDocument document(Drawing drawing) throws IOException {
    return Loader.loadPDF(PictureFormat.PDF.bytes(new Picture(drawing, Palette.light())));
  }

  private static String text(Drawing drawing) throws IOException {
    try (var document = document(drawing)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void everyTextThatIsSeenCanBeSearched() throws IOException {
    var drawing = drawn(Designs.pictured());

    String text = text(drawing);

    for (var shape : drawing.shapes()) {
      if (shape instanceof Shape.Label label && label.detail().shows(1)) {
        assertThat(text).contains(label.text().split(" ", -1));
      }
    }
  }

  @Test
  void aPageIsAsLargeAsThePictureAtNinetySixPixelsAnInch() throws IOException {
    var drawing = drawn(Designs.pictured());

    try (var document = document(drawing)) {
      var box = document.getPage(0).getMediaBox();
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat((double) box.getWidth()).isEqualTo(drawing.width() * 0.75);
      assertThat((double) box.getHeight()).isEqualTo(drawing.height() * 0.75);
    }
  }

  @Test
  void aPictureLongerThanAnyPageIsShrunkToOne() throws IOException {
    try (var document = document(new Drawing(30_000, 10_000, List.of()))) {
      var box = document.getPage(0).getMediaBox();
      assertThat(box.getWidth()).isEqualTo(14_400);
      assertThat(box.getHeight()).isEqualTo(4_800);
    }
  }

  @Test
  void allFontsAreInTheFileWithNoMoreThanTheirUsedGlyphs() throws IOException {
    byte[] bytes = PictureFormat.PDF.bytes(new Picture(drawn(Designs.pictured()), Palette.light()));

    try (var document = Loader.loadPDF(bytes)) {
      var resources = document.getPage(0).getResources();
      assertThat(resources.getFontNames()).isNotEmpty();
      for (var name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
      }
    }
    assertThat(bytes.length).isLessThan(150_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"数据库", "قاعدة", "база-данных", "données", "💾disk", "a\u0301b", "\u0001x"})
  void aNameInAnyScriptIsDrawnAndNeverFails(String name) throws IOException {
    var guest = Guests.domain(name).vcpus(1).memoryGib(4).strict("0").pinnedTo("1").colour(0);
    var drawing = drawn(Designs.of(Hosts.oneNode(), guest));

    String text = text(drawing);
    byte[] png = PictureFormat.PNG.bytes(new Picture(drawing, Palette.light()));

    assertThat(text).contains("NUMA node 0");
    assertThat(png).isNotEmpty();
  }

  @Test
  void cyrillicAndAccentsCanBeSearchedToo() throws IOException {
    var guest =
        Guests.domain("база-données").vcpus(1).memoryGib(4).strict("0").pinnedTo("1").colour(0);

    String text = text(drawn(Designs.of(Hosts.oneNode(), guest)));

    assertThat(text).contains("база-données");
  }

  @Test
  void boxesHaveTheColoursOfThePalette() throws IOException {
    var drawing = drawn(Designs.pictured());

    try (var document = document(drawing)) {
      var image = new PDFRenderer(document).renderImage(0, 4 / 3f);
      for (var shape : drawing.shapes()) {
        if (shape instanceof Shape.Box box
            && box.kind().equals("PU")
            && box.pattern() == Shape.Pattern.SOLID) {
          int x = (int) box.bounds().x() + 3;
          int y = (int) (box.bounds().y() + box.bounds().height() / 2);
          assertThat(image.getRGB(x, y)).as(box.id()).isEqualTo(Palette.light().argb(box.fill()));
        }
      }
      assertThat(image.getRGB(1, 1)).isEqualTo(Palette.light().argb(Ink.of(Role.CANVAS)));
    }
  }

  @Test
  void onePictureIsAlwaysTheSameFile() throws IOException {
    byte[] first = PictureFormat.PDF.bytes(new Picture(drawn(Designs.pictured()), Palette.grey()));
    byte[] again = PictureFormat.PDF.bytes(new Picture(drawn(Designs.pictured()), Palette.grey()));

    assertThat(again).isEqualTo(first);
  }
}
