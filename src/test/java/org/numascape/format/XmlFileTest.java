package org.numascape.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void aFileIsReadInTheEncodingItDeclares(String encoding) throws Exception {
    String xml = "<?xml version='1.0' encoding='%s'?>\n<a>Größe</a>".formatted(encoding);
    Path file = Files.write(folder.resolve("a.xml"), xml.getBytes(Charset.forName(encoding)));

    assertThat(XmlFile.text(file)).isEqualTo(xml);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws Exception {
    Path file = Files.writeString(folder.resolve("a.xml"), "\uFEFF<a/>");

    assertThat(XmlFile.text(file)).isEqualTo("<a/>");
  }

  @Test
  void aFileOfAHundredMegabytesIsRefusedBeforeItIsRead() throws Exception {
    Path file = folder.resolve("large.xml");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }

    assertThatThrownBy(() -> XmlFile.text(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "large.xml: the text has 100 MiB, at most 64 MiB are read; export the topology or domain alone.");
  }

  @Test
  void aDamagedFileIsRefusedWithItsEncoding() throws Exception {
    Path file =
        Files.write(folder.resolve("a.xml"), "<a>Größe</a>".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> XmlFile.text(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "a.xml: the text is not in the encoding UTF-8 it claims; it is no XML or was damaged, so export it again.");
  }

  @Test
  void anUnknownEncodingIsRefusedByName() throws Exception {
    Path file =
        Files.writeString(folder.resolve("a.xml"), "<?xml version='1.0' encoding='KLINGON'?><a/>");

    assertThatThrownBy(() -> XmlFile.text(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            "a.xml, line 1: the text claims the unknown encoding KLINGON; save it in UTF-8.");
  }
}
