package org.numascape.format.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.numascape.Designs;
import org.numascape.Guests;
import org.numascape.Hosts;
import org.numascape.analysis.Analysis;
import org.numascape.design.Design;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class SvgWriterTest {

  private static String svg(Design design) {
    var drawing = Layout.draw(Analysis.of(design), DrawingOptions.STANDARD, new FixedTextMetrics());
    return SvgWriter.write(drawing, Palette.light());
  }

  private static Document parsed(String svg)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void everyIdIsUniqueAndEveryKindIsCounted() throws Exception {
    var document = parsed(svg(Designs.pictured()));

    var ids = new HashSet<String>();
    int[] counts = new int[5];
    var elements = document.getElementsByTagName("*");
    for (int at = 0; at < elements.getLength(); at++) {
      var element = (Element) elements.item(at);
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      switch (element.getAttribute("class")) {
        case "PU" -> counts[0]++;
        case "Core" -> counts[1]++;
        case "NUMANode" -> counts[2]++;
        case "Package" -> counts[3]++;
        case "PCIDev" -> counts[4]++;
        default -> {}
      }
    }
    assertThat(counts).containsExactly(64, 32, 4, 2, 3);
  }

  @Test
  void aNameCannotBreakOutOfItsText() throws Exception {
    var design =
        Designs.of(
            Hosts.twoSockets(),
            Guests.domain("<b>&\"\u0001")
                .vcpus(1)
                .memoryGib(40)
                .strict("0")
                .pinnedTo("8")
                .colour(0));

    String written = svg(design);

    assertThat(written).doesNotContain("<b>").contains("&lt;b&gt;&amp;&quot;\ufffd");
    assertThat(parsed(written).getElementsByTagName("b").getLength()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "grey"})
  void everyThemeGivesAWellFormedPicture(String theme) throws Exception {
    var palette =
        switch (theme) {
          case "light" -> Palette.light();
          case "dark" -> Palette.dark();
          default -> Palette.grey();
        };
    var drawing =
        Layout.draw(
            Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());

    var document = parsed(SvgWriter.write(drawing, palette));

    assertThat(document.getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 " + (int) drawing.width() + " " + (int) drawing.height());
  }

  @Test
  void aSmallerZoomWritesASmallerPictureWithLargerWords() throws Exception {
    var drawing =
        Layout.draw(
            Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());

    String far = SvgWriter.write(drawing, Palette.light(), 0.25);

    assertThat(far).contains("12/16 CPUs").doesNotContain(">P6<");
    assertThat(parsed(far).getDocumentElement().getAttribute("width"))
        .isEqualTo(Integer.toString((int) (drawing.width() / 4)));
  }

  @Test
  void everyTextSaysHowLongItIsSoThatItFitsInAnyFont() throws Exception {
    var texts = parsed(svg(Designs.pictured())).getElementsByTagName("text");

    assertThat(texts.getLength()).isGreaterThan(100);
    for (int at = 0; at < texts.getLength(); at++) {
      var text = (Element) texts.item(at);
      if (text.getTextContent().length() > 1) {
        boolean mono = text.getAttribute("class").startsWith("m");
        boolean bold = text.getAttribute("class").endsWith("b");
        double size = Double.parseDouble(text.getAttribute("font-size"));
        double width = new FixedTextMetrics().width(text.getTextContent(), size, bold, mono);
        assertThat(Double.parseDouble(text.getAttribute("textLength")))
            .isCloseTo(width, within(0.01));
      }
    }
  }

  @Test
  void withoutBackgroundTheMachineIsNotFilled() throws Exception {
    var drawing =
        Layout.draw(
            Analysis.of(Designs.pictured()), DrawingOptions.STANDARD, new FixedTextMetrics());
    var picture = new Picture(drawing, Palette.light()).on(Picture.Background.NONE);

    String written = new String(PictureFormat.SVG.bytes(picture), StandardCharsets.UTF_8);

    assertThat(written).contains("id=\"Machine_0\"").doesNotContain("#f6f7f9");
    assertThat(parsed(written).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @Test
  void oneDesignIsAlwaysWrittenAlike() {
    assertThat(svg(Designs.pictured())).isEqualTo(svg(Designs.pictured()));
  }
}
