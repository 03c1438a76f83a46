package org.numascape.app.gallery;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.numascape.analysis.Analysis;
import org.numascape.app.theme.Theme;
import org.numascape.design.Design;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.DrawingOptions;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Layout;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;
import org.numascape.format.picture.FixedTextMetrics;

/// A drawing as small as a stamp: its boxes without their words, which nobody could read. Painted
/// into memory, so that no screen and no FX thread is needed.
final class Thumbnail {

  /// Its size on screen in pixels.
  static final int WIDTH = 212;

  static final int HEIGHT = 132;

  /// Dots a pixel: enough for screens of high density, and for smooth edges on others.
  private static final int DENSE = 3;

  /// How many dots a border is wide, where there is room.
  private static final int LINE = 2;

  private static final int COLUMNS = WIDTH * DENSE;
  private static final int ROWS = HEIGHT * DENSE;

  /// The zoom whose boxes are shown: those one sees when near.
  private static final double NEAR = 1;

  private final int[] dots = new int[COLUMNS * ROWS];
  private final Palette palette;
  private final double zoom;
  private final double left;
  private final double top;

  private Thumbnail(Drawing drawing, Palette palette) {
    this.palette = palette;
    zoom = Math.min(COLUMNS / drawing.width(), ROWS / drawing.height());
    left = (COLUMNS - drawing.width() * zoom) / 2;
    top = (ROWS - drawing.height() * zoom) / 2;
    Arrays.fill(dots, palette.argb(Ink.of(Role.CANVAS)));
  }

  /// The picture of a design.
  static Image of(Design design, boolean dark) {
    var options = DrawingOptions.STANDARD.within(960, 960.0 * HEIGHT / WIDTH);
    var drawing = Layout.draw(Analysis.of(design), options, new FixedTextMetrics());
    var thumbnail = new Thumbnail(drawing, Theme.palette(dark));
    // Arcs and their words come last and lie over the host.
    drawing.shapes().stream()
        .takeWhile(shape -> !(shape instanceof Shape.Arc))
        .filter(shape -> shape.detail().shows(NEAR))
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .forEach(thumbnail::paint);
    return thumbnail.image();
  }

  private void paint(Shape.Box box) {
    var area = box.bounds();
    int x = (int) Math.round(left + area.x() * zoom);
    int y = (int) Math.round(top + area.y() * zoom);
    int right = (int) Math.round(left + area.right() * zoom);
    int bottom = (int) Math.round(top + area.bottom() * zoom);
    if (right > x && bottom > y) {
      fill(x, y, right, bottom, palette.argb(box.fill()));
      int border = palette.argb(box.border());
      if (box.borderWidth() > 0 && right - x > 2 && bottom - y > 2) {
        int line = Math.min(right - x, bottom - y) > 4 * LINE ? LINE : 1;
        fill(x, y, right, y + line, border);
        fill(x, bottom - line, right, bottom, border);
        fill(x, y + line, x + line, bottom - line, border);
        fill(right - line, y + line, right, bottom - line, border);
      }
    }
  }

  private void fill(int x, int y, int right, int bottom, int argb) {
    int alpha = argb >>> 24;
    if (alpha == 0) {
      return;
    }
    for (int row = Math.max(0, y); row < Math.min(ROWS, bottom); row++) {
      for (int column = Math.max(0, x); column < Math.min(COLUMNS, right); column++) {
        int at = row * COLUMNS + column;
        dots[at] = over(argb, alpha, dots[at]);
      }
    }
  }

  private static int over(int argb, int alpha, int below) {
    return 0xff000000
        | mixed(argb >> 16, alpha, below >> 16) << 16
        | mixed(argb >> 8, alpha, below >> 8) << 8
        | mixed(argb, alpha, below);
  }

  private static int mixed(int above, int alpha, int below) {
    return ((above & 0xff) * alpha + (below & 0xff) * (255 - alpha)) / 255;
  }

  private Image image() {
    var image = new WritableImage(COLUMNS, ROWS);
    image
        .getPixelWriter()
        .setPixels(0, 0, COLUMNS, ROWS, PixelFormat.getIntArgbInstance(), dots, 0, COLUMNS);
    return image;
  }
}
