package org.numascape.format.picture;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The chunks of a PNG file (W3C PNG, third edition, sections 5 and 11) around compressed bands.
final class PngFile {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final byte TRUECOLOUR = 2;
  private static final byte TRUECOLOUR_WITH_ALPHA = 6;

  /// RFC 1950: deflate with a window of 32 KiB, fastest.
  private static final byte[] ZLIB_HEADER = {0x78, 0x01};

  /// RFC 1951: a last block with nothing in it.
  private static final byte[] LAST_BLOCK = {0x03, 0x00};

  private final DataOutputStream out;
  private boolean begun;
  private long checksum = 1;

  PngFile(OutputStream out, int width, int height, boolean transparent) throws IOException {
    this.out = new DataOutputStream(out);
    this.out.write(SIGNATURE);
    byte colour = transparent ? TRUECOLOUR_WITH_ALPHA : TRUECOLOUR;
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put(colour).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk("IHDR", header.array());
  }

  /// Appends the next band.
  ///
  /// @throws UncheckedIOException when the stream fails
  void append(PngBand band) {
    try {
      if (begun) {
        chunk("IDAT", band.deflated());
      } else {
        chunk("IDAT", joined(ZLIB_HEADER, band.deflated()));
        begun = true;
      }
      checksum = combined(checksum, band.checksum(), band.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the file.
  void finish() throws IOException {
    byte[] sum = ByteBuffer.allocate(4).putInt((int) checksum).array();
    chunk("IDAT", joined(LAST_BLOCK, sum));
    chunk("IEND", new byte[0]);
    out.flush();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }

  /// The Adler-32 (RFC 1950, section 8.2) of two texts after one another, from those of both and
  /// the length of the second.
  static long combined(long first, long second, long length) {
    long base = 65521;
    long low = (first & 0xffff) + (second & 0xffff) - 1;
    long high = length % base * (first & 0xffff) + (first >>> 16) + (second >>> 16) - length % base;
    return (Math.floorMod(high, base) << 16) | Math.floorMod(low, base);
  }
}
