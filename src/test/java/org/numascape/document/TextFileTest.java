package org.numascape.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.numascape.format.FormatException;

final class TextFileTest {

  @Test
  void theEncodingAnXmlDeclaresIsReadAndWrittenBack() throws FormatException {
    byte[] bytes =
        "<?xml version='1.0' encoding='ISO-8859-1'?><name>Zürich</name>"
            .getBytes(StandardCharsets.ISO_8859_1);

    var file = TextFile.decode("f", bytes);

    assertThat(file.text()).endsWith("<name>Zürich</name>");
    assertThat(file.bytes(file.text())).isEqualTo(bytes);
  }

  @Test
  void aByteOrderMarkIsKept() throws FormatException {
    byte[] bytes = "\uFEFF<domain/>\r\n".getBytes(StandardCharsets.UTF_8);

    var file = TextFile.decode("f", bytes);

    assertThat(file.bytes(file.text())).isEqualTo(bytes);
  }

  @Test
  void sixteenBitTextIsKnownByItsMark() throws FormatException {
    byte[] bytes = "\uFEFF<a/>".getBytes(StandardCharsets.UTF_16LE);

    var file = TextFile.decode("f", bytes);

    assertThat(file.text()).isEqualTo("\uFEFF<a/>");
    assertThat(file.bytes(file.text())).isEqualTo(bytes);
  }
}
