package org.numascape.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads the text of an XML file in the encoding it declares, and no more of it than is sane.
public final class XmlFile {

  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlFile() {}

  /// The file's text without its byte order mark. A file over [Xml#MAX_BYTES] is refused before it
  /// is read.
  ///
  /// @throws IOException when the file cannot be read
  /// @throws FormatException when it is too large or not in the encoding it declares (UTF-8 by
  ///   default)
  public static String text(Path file) throws IOException, FormatException {
    String source = String.valueOf(file.getFileName());
    long size = Files.size(file);
    if (size > Xml.MAX_BYTES) {
      throw XmlProlog.tooLarge(source, size);
    }
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Xml.MAX_BYTES + 1);
      if (bytes.length > Xml.MAX_BYTES) {
        throw XmlProlog.tooLarge(source, bytes.length);
      }
      return decode(source, bytes);
    }
  }

  /// The text of bytes that came from elsewhere, in the encoding they declare.
  ///
  /// @throws FormatException when they are not in that encoding, or nobody knows it
  public static String decode(String source, byte[] bytes) throws FormatException {
    Charset charset = charset(source, bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new FormatException(
          source,
          0,
          "the text is not in the encoding %s it claims; it is no XML or was damaged, so export it again."
              .formatted(charset.name()));
    }
  }

  private static Charset charset(String source, byte[] bytes) throws FormatException {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (first == 0xfeff || first == 0x003c) {
      return StandardCharsets.UTF_16BE;
    }
    if (first == 0xfffe || first == 0x3c00) {
      return StandardCharsets.UTF_16LE;
    }
    String start =
        new String(bytes, 0, Math.min(DECLARATION, bytes.length), StandardCharsets.ISO_8859_1);
    var declared =
        ENCODING.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1);
    if (!Charset.isSupported(name)) {
      throw new FormatException(
          source, 1, "the text claims the unknown encoding " + name + "; save it in UTF-8.");
    }
    return Charset.forName(name);
  }
}
