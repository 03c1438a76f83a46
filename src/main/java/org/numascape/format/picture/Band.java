package org.numascape.format.picture;

import java.util.Arrays;

/// Some rows of a picture, as 0xAARRGGBB, and how areas are laid on them. Coordinates are pixels of
/// the whole picture; what falls outside the band is left out.
final class Band {

  final int width;
  final int top;
  final int height;
  final int[] pixels;

  Band(int width, int top, int height, int background) {
    this.width = width;
    this.top = top;
    this.height = height;
    this.pixels = new int[width * height];
    if (background != 0) {
      Arrays.fill(pixels, background);
    }
  }

  /// The first row below.
  int bottom() {
    return top + height;
  }

  /// Fills the pixels from `left`, `first` (included) to `right`, `end` (excluded).
  void fill(int left, int first, int right, int end, int argb) {
    int from = Math.max(0, left);
    int to = Math.min(width, right);
    if (from >= to) {
      return;
    }
    int last = Math.min(end, bottom());
    for (int row = Math.max(first, top); row < last; row++) {
      int at = (row - top) * width;
      Arrays.fill(pixels, at + from, at + to, argb);
    }
  }

  /// A part of a mask, in the pixels of its shape; ends are excluded.
  record Part(int left, int top, int right, int bottom) {
    static Part all(Mask mask) {
      return new Part(
          mask.left(), mask.top(), mask.left() + mask.width(), mask.top() + mask.height());
    }
  }

  /// Lays a colour on through a mask that is moved by `dx`, `dy`.
  ///
  /// @param opacity 0 to 255
  void lay(Mask mask, int dx, int dy, int argb, int opacity) {
    lay(mask, Part.all(mask), dx, dy, argb, opacity);
  }

  /// Lays an opaque colour on through a part of a mask.
  void lay(Mask mask, Part part, int dx, int dy, int argb) {
    lay(mask, part, dx, dy, argb, 255);
  }

  private void lay(Mask mask, Part part, int dx, int dy, int argb, int opacity) {
    int left = mask.left() + dx;
    int first = mask.top() + dy;
    int from = Math.max(Math.max(0, part.left - mask.left()), -left);
    int to = Math.min(Math.min(mask.width(), part.right - mask.left()), width - left);
    int start = Math.max(Math.max(0, part.top - mask.top()), top - first);
    int end = Math.min(Math.min(mask.height(), part.bottom - mask.top()), bottom() - first);
    byte[] coverage = mask.coverage();
    for (int row = start; row < end; row++) {
      int source = row * mask.width();
      int target = (first + row - top) * width + left;
      for (int column = from; column < to; column++) {
        int cover = coverage[source + column] & 0xff;
        if (cover != 0) {
          int share = opacity == 255 ? cover : cover * opacity / 255;
          pixels[target + column] = over(pixels[target + column], argb, share);
        }
      }
    }
  }

  /// An opaque colour over another, with `share` of 255.
  private static int over(int below, int argb, int share) {
    if (share == 255) {
      return argb;
    }
    if (below >>> 24 == 0) {
      return (share << 24) | (argb & 0xffffff);
    }
    if (below >>> 24 != 255) {
      return overPartly(below, argb, share);
    }
    int rest = 255 - share;
    // Red and blue at once; 128 and the shift by 8 twice divide by 255 and round.
    int redBlue = (argb & 0xff00ff) * share + (below & 0xff00ff) * rest + 0x800080;
    redBlue = (redBlue + ((redBlue >>> 8) & 0xff00ff)) >>> 8 & 0xff00ff;
    int green = (argb >> 8 & 0xff) * share + (below >> 8 & 0xff) * rest + 128;
    green = (green + (green >>> 8)) >>> 8;
    return 0xff000000 | redBlue | (green << 8);
  }

  private static int overPartly(int below, int argb, int share) {
    int old = (below >>> 24) * (255 - share) / 255;
    int alpha = share + old;
    int red = ((argb >> 16 & 0xff) * share + (below >> 16 & 0xff) * old) / alpha;
    int green = ((argb >> 8 & 0xff) * share + (below >> 8 & 0xff) * old) / alpha;
    int blue = ((argb & 0xff) * share + (below & 0xff) * old) / alpha;
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }
}
