package org.numascape.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file held when we last read or wrote it: a SHA-256 of its bytes, or empty for no file.
///
/// The content and not the time: a clock that jumps and a copy that keeps times would both deceive
/// us.
public record Stamp(String sha256) {

  /// There was no file.
  public static final Stamp ABSENT = new Stamp("");

  /// The stamp of a file now.
  static Stamp of(Path file) throws IOException {
    try {
      return of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return ABSENT;
    }
  }

  /// The stamp of some bytes.
  static Stamp of(byte[] bytes) {
    try {
      return new Stamp(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
