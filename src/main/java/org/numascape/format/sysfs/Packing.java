package org.numascape.format.sysfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.numascape.format.FormatException;

/// How an archive is packed, told by its first bytes.
enum Packing {
  /// `.tar.bz2`, what hwloc-gather-topology writes.
  BZIP2(0, "BZh"),
  /// `.tar.gz`
  GZIP(0, "\u001f\u008b"),
  /// `.tar.xz`, which is not read.
  XZ(0, "\u00fd7zXZ"),
  /// `.tar.zst`, which is not read.
  ZSTD(0, "(\u00b5/\u00fd"),
  /// `.zip`, which is not read.
  ZIP(0, "PK\u0003\u0004"),
  /// `.tar` as POSIX and GNU write it.
  TAR(257, "ustar"),
  /// No archive.
  NONE(0, "");

  private final int offset;
  private final String magic;

  Packing(int offset, String magic) {
    this.offset = offset;
    this.magic = magic;
  }

  /// The packing of a file that begins so.
  static Packing of(byte[] start) {
    return Arrays.stream(values())
        .filter(packing -> packing.begins(start))
        .findFirst()
        .orElse(NONE);
  }

  private boolean begins(byte[] start) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    int end = offset + wanted.length;
    return start.length >= end && Arrays.equals(start, offset, end, wanted, 0, wanted.length);
  }

  /// The tar inside, which breaks off when it becomes too large.
  ///
  /// @param packed how many bytes `in` has
  InputStream unpacked(String source, InputStream in, long packed)
      throws IOException, FormatException {
    return switch (this) {
      case BZIP2 -> new Unpacked(new BZip2CompressorInputStream(in, true), packed);
      case GZIP ->
          new Unpacked(
              GzipCompressorInputStream.builder()
                  .setInputStream(in)
                  .setDecompressConcatenated(true)
                  .get(),
              packed);
      case TAR -> new Unpacked(in, packed);
      case XZ, ZSTD, ZIP ->
          throw new FormatException(
              source,
              0,
              "Archives of this kind are not read: pack it as .tar.bz2 or .tar.gz, or unpack it and open the folder.");
      case NONE ->
          throw new FormatException(
              source,
              0,
              "This is no archive that hwloc-gather-topology makes (.tar.bz2, .tar.gz, .tar).");
    };
  }
}
