package org.numascape.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlTest {

  private static final Xml.Expected SKIPPING = expected(Xml.Doctype.SKIPPED);
  private static final Xml.Expected REFUSING = expected(Xml.Doctype.REFUSED);

  private static Xml.Expected expected(Xml.Doctype doctype) {
    return new Xml.Expected(Set.of("a"), "write an <a>.", doctype);
  }

  @Test
  void aTreeKeepsNamesAttributesTextAndLines() throws Exception {
    var tree =
        Xml.tree(
            "x.xml",
            "<a>\n  <b k='1'> two &amp; <![CDATA[<3>]]> </b>\n  <b k='4'/>\n</a>",
            REFUSING);

    assertThat(tree.children("b")).hasSize(2);
    var first = tree.child("b").orElseThrow();
    assertThat(first.text()).isEqualTo("two & <3>");
    assertThat(first.attribute("k")).contains("1");
    assertThat(first.line()).isEqualTo(2);
    assertThat(tree.children().getLast().line()).isEqualTo(3);
    assertThat(tree.path("b").map(b -> b.attribute("k").orElse(""))).containsExactly("1", "4");
  }

  @Test
  void aDoctypeThatOnlyNamesADtdIsSkippedAndNothingIsLoaded() throws Exception {
    String xml =
        "<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/never>[.dtd\">\n<a/>";

    var tree = Xml.tree("x.xml", xml, SKIPPING);

    assertThat(tree.name()).isEqualTo("a");
    assertThat(tree.line()).isEqualTo(4);
  }

  @Test
  void aDoctypeIsRefusedWhereTheFormatHasNone() {
    assertThatThrownBy(() -> Xml.tree("x.xml", "<!DOCTYPE a SYSTEM 'a.dtd'><a/>", REFUSING))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "x.xml, line 1: the text has a DOCTYPE, which does not belong here; write an <a>.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]>\n<a>&m;</a>",
        "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>",
        "<!DOCTYPE a [ ]><a/>",
        "<!DOCTYPE a SYSTEM 'x'><a>&unknown;</a>",
      })
  void entitiesAndInternalSubsetsAreRefused(String xml) {
    assertThatThrownBy(() -> Xml.tree("x.xml", xml, SKIPPING))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "x.xml, line 1: the text uses XML entities, which are not read because they can hide or multiply"
                + " content; remove the DOCTYPE and the entities.");
  }

  @Test
  void anEntityInAnAttributeIsRefused() {
    assertThatThrownBy(() -> Xml.tree("x.xml", "<a k='&unknown;'/>", SKIPPING))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("x.xml, line 1: this is no well-formed XML (")
        .hasMessageEndingWith("; export it again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | x.xml: the text is empty; write an <a>.",
        "'  ' | x.xml: the text is empty; write an <a>.",
        "{\"k\": 1} | x.xml, line 1: the text does not begin with \"<\", so it is no XML; write an <a>.",
        "<html><br></html> | x.xml, line 1: this is a <html> document; write an <a>.",
        "<!DOCTYPE html><html><br></html> | x.xml, line 1: this is a <html> document; write an <a>.",
      })
  void anotherKindOfTextIsRefusedWithWhatToDo(String text, String message) {
    assertThatThrownBy(() -> Xml.tree("x.xml", text, SKIPPING))
        .isInstanceOf(FormatException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a>~<b>~<c/>~ | x.xml, line 4: the text ends before <b> of line 2 is closed;",
        "<a>~<b k= | x.xml, line 2: the text ends before <a> of line 1 is closed;",
        "<a>~<b k=\"1 | x.xml, line 2: the text ends before <a> of line 1 is closed;",
      })
  void aTextThatWasCutOffIsRefusedWithTheElementThatIsOpen(String text, String start) {
    assertThatThrownBy(() -> Xml.tree("x.xml", text.replace('~', '\n'), SKIPPING))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(start)
        .hasMessageEndingWith(" it was cut off, so copy or export it again.");
  }

  @Test
  void aWrongEndTagIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Xml.tree("x.xml", "<a>\n<b>\n</c>\n</a>", SKIPPING))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("x.xml, line 3: this is no well-formed XML (")
        .hasMessageEndingWith("); export it again.");
  }

  @Test
  void elementsNestedDeeperThanTheLimitAreRefused() throws Exception {
    String fits = "<a>".repeat(Xml.MAX_DEPTH) + "</a>".repeat(Xml.MAX_DEPTH);
    String deep = "<a>" + fits + "</a>";

    assertThat(Xml.tree("x.xml", fits, REFUSING).name()).isEqualTo("a");
    assertThatThrownBy(() -> Xml.tree("x.xml", deep, REFUSING))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "x.xml, line 1: the text has more than 512 levels of elements, no real host or guest has; export it again.");
  }

  @Test
  void moreAttributesThanTheLimitAreRefused() {
    String attributes =
        IntStream.rangeClosed(0, Xml.MAX_ATTRIBUTES)
            .mapToObj("k%d='1'"::formatted)
            .collect(Collectors.joining(" "));

    assertThatThrownBy(() -> Xml.tree("x.xml", "<a " + attributes + "/>", REFUSING))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("more than 128 attributes in one element");
  }

  @Test
  void moreElementsThanTheLimitAreRefused() {
    String xml = "<a>" + "<b/>".repeat(Xml.MAX_ELEMENTS) + "</a>";

    assertThatThrownBy(() -> Xml.tree("x.xml", xml, REFUSING))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("more than 500,000 elements");
  }

  @Test
  void theEncodingThatADecodedTextDeclaresDoesNotMatter() throws Exception {
    var tree = Xml.tree("x.xml", "\uFEFF<?xml version='1.0' encoding='UTF-16'?><a>ä</a>", REFUSING);

    assertThat(tree.text()).isEqualTo("ä");
  }
}
