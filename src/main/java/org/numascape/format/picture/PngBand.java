package org.numascape.format.picture;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/// Some rows of a PNG, compressed so that they can follow others in one stream.
///
/// @param deflated ends on a whole byte and is not the last of its stream
/// @param checksum Adler-32 of the rows, `length` bytes, before compression
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record PngBand(byte[] deflated, long checksum, long length) {

  /// PNG filter types (section 9 of the specification): each byte as it is, and less the one above.
  private static final byte NONE = 0;

  private static final byte UP = 2;

  static PngBand of(Band band, boolean transparent) {
    byte[] rows = rows(band, transparent ? 4 : 3);
    var sum = new Adler32();
    sum.update(rows);
    return new PngBand(deflated(rows), sum.getValue(), rows.length);
  }

  /// Pictures of ours repeat themselves from row to row: what is left of most rows is zeros.
  private static byte[] rows(Band band, int channels) {
    int stride = 1 + band.width * channels;
    byte[] rows = new byte[stride * band.height];
    for (int row = 0; row < band.height; row++) {
      int at = row * stride;
      int here = row * band.width;
      if (row == 0) {
        rows[at] = NONE;
        first(band, rows, at + 1, channels);
      } else {
        rows[at] = UP;
        boolean same =
            Arrays.equals(
                band.pixels, here, here + band.width, band.pixels, here - band.width, here);
        if (!same) {
          up(band, here, rows, at + 1, channels);
        }
      }
    }
    return rows;
  }

  private static void first(Band band, byte[] rows, int start, int channels) {
    int at = start;
    for (int column = 0; column < band.width; column++) {
      put(rows, at, band.pixels[column], channels);
      at += channels;
    }
  }

  private static void up(Band band, int here, byte[] rows, int start, int channels) {
    int[] pixels = band.pixels;
    int at = start;
    for (int column = here; column < here + band.width; column++) {
      int pixel = pixels[column];
      int above = pixels[column - band.width];
      if (pixel != above) {
        put(rows, at, difference(pixel, above), channels);
      }
      at += channels;
    }
  }

  /// Every channel of one less that of the other, modulo 256, without borrowing from its neighbour.
  private static int difference(int pixel, int above) {
    int even = (((pixel & 0xff00ff) | 0x1000100) - (above & 0xff00ff)) & 0xff00ff;
    int odd = ((((pixel >>> 8) & 0xff00ff) | 0x1000100) - ((above >>> 8) & 0xff00ff)) & 0xff00ff;
    return even | (odd << 8);
  }

  private static void put(byte[] rows, int at, int argb, int channels) {
    rows[at] = (byte) (argb >> 16);
    rows[at + 1] = (byte) (argb >> 8);
    rows[at + 2] = (byte) argb;
    if (channels == 4) {
      rows[at + 3] = (byte) (argb >>> 24);
    }
  }

  private static byte[] deflated(byte[] rows) {
    // Nothing of a finished stream: no header, no checksum, no last block.
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(rows);
      byte[] out = new byte[Math.max(1024, rows.length / 16)];
      int length = 0;
      while (true) {
        length += deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
        if (length < out.length) {
          return Arrays.copyOf(out, length);
        }
        out = Arrays.copyOf(out, out.length * 2);
      }
    } finally {
      deflater.end();
    }
  }
}
