package org.numascape.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.numascape.format.FormatException;

/// A text as it was read from a file: writing `bytes()` back gives the same file.
///
/// @param charset the encoding the file is in: what its byte order mark or XML declaration says,
///   else UTF-8
/// @param text all of it, a byte order mark included
public record TextFile(Charset charset, String text) {

  /// Above this many bytes nothing is read: no host, guest or design is so large.
  public static final long LIMIT = 64L << 20;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /// Reads a file.
  ///
  /// @throws FormatException when there is no such file, it is a folder, may not be read, is too
  ///   large, or is no text
  public static TextFile read(Path file) throws FormatException {
    String name = file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw new FormatException(name, 0, "This is a folder, a file belongs here.");
      }
      try (var in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes((int) LIMIT + 1);
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
          throw new FormatException(
              name, 0, "This version cannot read compressed files yet; unpack it first.");
        }
        if (bytes.length > LIMIT) {
          throw new FormatException(
              name,
              0,
              "The file is larger than " + (LIMIT >> 20) + " MiB, which no host or guest needs.");
        }
        return decode(name, bytes);
      }
    } catch (IOException e) {
      throw new FormatException(name, 0, FileTrouble.sentence(e));
    }
  }

  /// Replaces a file whole, keeping its permissions; a device such as `/dev/stdout` is written to.
  ///
  /// @throws IOException whose message is a sentence that names the file
  public static void write(Path file, byte[] bytes) throws IOException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        Files.write(file, bytes);
      } else {
        AtomicFile.write(file, bytes);
      }
    } catch (IOException e) {
      throw new IOException(file + ": " + FileTrouble.sentence(e), e);
    }
  }

  /// Decodes bytes that came from elsewhere, such as standard input.
  ///
  /// @throws FormatException when they are no text
  public static TextFile decode(String name, byte[] bytes) throws FormatException {
    var charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new FormatException(name, 0, "This is no text but a binary file.");
      }
      return new TextFile(charset, text);
    } catch (CharacterCodingException e) {
      throw new FormatException(
          name, 0, "This is no text in " + charset.name() + "; it may be a binary file.");
    }
  }

  /// Another text in the encoding of this one, as bytes.
  public byte[] bytes(String other) {
    return other.getBytes(charset);
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
            .replaceFirst("^ï»¿", "");
    var declared = DECLARED.matcher(head);
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
