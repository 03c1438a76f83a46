package org.numascape.format.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/// Writes a picture as PNG, 8 bits a channel. Bands are painted and compressed on all processors
/// and written in order.
public final class PngWriter implements PictureWriter {

  /// The most pixels a picture may have: such a file is still opened by common programs.
  public static final long MOST_PIXELS = 1_000_000_000;

  /// Writes PNG files.
  public PngWriter() {}

  @Override
  public void write(Picture picture, OutputStream out) throws IOException {
    requireDrawable(picture);
    var painter = new BandPainter(picture);
    boolean transparent = picture.background() == Picture.Background.NONE;
    var file = new PngFile(out, picture.width(), picture.height(), transparent);
    try {
      IntStream.range(0, painter.bands())
          .parallel()
          .mapToObj(number -> PngBand.of(painter.painted(number), transparent))
          .forEachOrdered(file::append);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    file.finish();
  }

  private static void requireDrawable(Picture picture) throws IOException {
    long pixels = (long) picture.width() * picture.height();
    if (pixels > MOST_PIXELS) {
      throw new IOException(
          String.format(
              java.util.Locale.ROOT,
              "The picture would have %,d × %,d pixels; a PNG of at most %,d million is written:"
                  + " choose a smaller scale, or SVG or PDF.",
              picture.width(),
              picture.height(),
              MOST_PIXELS / 1_000_000));
    }
  }
}
