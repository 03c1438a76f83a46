package org.numascape.format.picture;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Paints a picture band by band, so that no picture needs more memory than a few of its rows. Any
/// thread may paint any band.
final class BandPainter {

  /// How many rows are painted at once. Fewer repeat too much work at their edges, more fit no
  /// cache.
  private static final int ROWS = 128;

  /// What a painted shape may exceed its bounds by, in pixels.
  private static final double MARGIN = 3;

  private final Picture picture;
  private final BoxPainter boxes;
  private final TextPainter texts;
  private final List<List<Shape>> shapes;
  private final Map<Shape.Arc, Path2D> arcs = new ConcurrentHashMap<>();

  BandPainter(Picture picture) {
    this.picture = picture;
    this.boxes = new BoxPainter(picture.palette(), picture.scale(), new Masks());
    this.texts = new TextPainter(picture.palette(), picture.scale());
    this.shapes = byBand(picture);
  }

  private static List<List<Shape>> byBand(Picture picture) {
    int count = (picture.height() + ROWS - 1) / ROWS;
    var bands = new ArrayList<List<Shape>>(count);
    for (int band = 0; band < count; band++) {
      bands.add(new ArrayList<>());
    }
    for (var shape : picture.drawing().shapes()) {
      if (shape.detail().shows(picture.zoom()) && !isBackground(picture, shape)) {
        Rect bounds = shape.bounds();
        int first = (int) ((bounds.y() * picture.scale() - MARGIN) / ROWS);
        int last = (int) ((bounds.bottom() * picture.scale() + MARGIN) / ROWS);
        for (int band = Math.max(0, first); band <= Math.min(last, count - 1); band++) {
          bands.get(band).add(shape);
        }
      }
    }
    return bands;
  }

  private static boolean isBackground(Picture picture, Shape shape) {
    return picture.background() == Picture.Background.NONE
        && shape instanceof Shape.Box box
        && box.fill().role() == Role.CANVAS;
  }

  /// How many bands there are.
  int bands() {
    return shapes.size();
  }

  /// The rows of one band.
  Band painted(int number) {
    int top = number * ROWS;
    var band =
        new Band(picture.width(), top, Math.min(ROWS, picture.height() - top), canvas().orElse(0));
    for (var shape : shapes.get(number)) {
      paint(band, shape);
    }
    return band;
  }

  private Optional<Integer> canvas() {
    return switch (picture.background()) {
      case CANVAS -> Optional.of(picture.palette().argb(Ink.of(Role.CANVAS)));
      case NONE -> Optional.empty();
    };
  }

  private void paint(Band band, Shape shape) {
    switch (shape) {
      case Shape.Box box -> boxes.paint(band, box);
      case Shape.Label label -> texts.paint(band, label);
      case Shape.Line line -> line(band, line);
      case Shape.Arc arc -> {
        var outline = arcs.computeIfAbsent(arc, key -> ArcOutline.of(key, picture.scale()));
        var mask = Mask.of(outline, band.top, band.bottom());
        int opacity = (int) Math.round(255 * arc.opacity());
        band.lay(mask, 0, 0, picture.palette().argb(arc.ink()), opacity);
      }
    }
  }

  private void line(Band band, Shape.Line line) {
    double scale = picture.scale();
    double width = Math.max(1, Math.round(line.width() * Math.max(0.6, scale)));
    var shape =
        Masks.line(
            middled(line.x1() * scale, width),
            middled(line.y1() * scale, width),
            middled(line.x2() * scale, width),
            middled(line.y2() * scale, width),
            width);
    var mask = Mask.of(shape, band.top, band.bottom());
    band.lay(mask, 0, 0, picture.palette().argb(line.ink()), 255);
  }

  /// Where a line of odd width has to run to fill whole pixels, or one of even width.
  private static double middled(double position, double width) {
    return width % 2 == 1 ? Math.floor(position) + 0.5 : Math.round(position);
  }
}
