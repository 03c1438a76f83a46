package org.numascape.format.picture;

import org.numascape.drawing.Ink;
import org.numascape.drawing.Palette;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;
import org.numascape.drawing.Shape;

/// Paints boxes with their edges on whole pixels, as the screen does.
record BoxPainter(Palette palette, double scale, Masks masks) {

  /// A box smaller than this in pixels is not painted.
  private static final double SPECK = 0.7;

  void paint(Band band, Shape.Box box) {
    Rect bounds = box.bounds();
    if (bounds.width() * scale < SPECK || bounds.height() * scale < SPECK) {
      return;
    }
    var edges =
        new Edge(
            (int) Math.round(bounds.x() * scale),
            (int) Math.round(bounds.y() * scale),
            Math.max(1, (int) Math.round(bounds.right() * scale)),
            Math.max(1, (int) Math.round(bounds.bottom() * scale)));
    double radius = Math.min(box.radius() * scale, Math.min(edges.width(), edges.height()) / 2.0);
    boolean filled = box.fill().role() != Role.NONE;
    boolean bordered = box.border().role() != Role.NONE && box.borderWidth() > 0;
    int line =
        bordered ? (int) Math.max(1, Math.round(box.borderWidth() * Math.max(0.6, scale))) : 0;
    boolean dashed = box.pattern() == Shape.Pattern.DASHED;
    if (filled && bordered && !dashed && box.pattern() == Shape.Pattern.SOLID) {
      // A frame around the inside, laid over a whole box: half the work of a ring.
      round(band, edges, radius, colour(box.border()));
      round(band, edges.inset(line), Math.max(0, radius - line), colour(box.fill()));
      return;
    }
    if (filled) {
      round(band, edges, radius, colour(box.fill()));
    }
    pattern(band, edges, box);
    if (bordered && dashed) {
      var mask = masks.dashes(edges.width(), edges.height(), radius, line, scale);
      band.lay(mask, edges.left, edges.top, colour(box.border()), 255);
    } else if (bordered) {
      ring(band, edges, radius, line, colour(box.border()));
    }
  }

  private record Edge(int left, int top, int right, int bottom) {
    int width() {
      return Math.max(1, right - left);
    }

    int height() {
      return Math.max(1, bottom - top);
    }

    Edge inset(int line) {
      return new Edge(left + line, top + line, right - line, bottom - line);
    }
  }

  private int colour(Ink ink) {
    return palette.argb(ink);
  }

  private void pattern(Band band, Edge box, Shape.Box shape) {
    switch (shape.pattern()) {
      case SOLID, DASHED -> {}
      case HATCHED -> {
        var mask = masks.hatching(box.width(), box.height(), scale);
        band.lay(mask, box.left, box.top, colour(Ink.of(Role.HATCH)), 255);
      }
      case CROSSED -> {
        var mask = masks.cross(box.width(), box.height());
        band.lay(mask, box.left, box.top, colour(shape.border()), 255);
      }
    }
  }

  private void round(Band band, Edge box, double radius, int argb) {
    int size = (int) Math.ceil(radius);
    if (size == 0) {
      band.fill(box.left, box.top, box.right, box.bottom, argb);
      return;
    }
    band.fill(box.left + size, box.top, box.right - size, box.top + size, argb);
    band.fill(box.left, box.top + size, box.right, box.bottom - size, argb);
    band.fill(box.left + size, box.bottom - size, box.right - size, box.bottom, argb);
    corners(band, box, size, masks.disc(size, radius), argb);
  }

  private void ring(Band band, Edge box, double radius, int line, int argb) {
    int size = (int) Math.max(line, Math.ceil(radius));
    band.fill(box.left + size, box.top, box.right - size, box.top + line, argb);
    band.fill(box.left + size, box.bottom - line, box.right - size, box.bottom, argb);
    band.fill(box.left, box.top + size, box.left + line, box.bottom - size, argb);
    band.fill(box.right - line, box.top + size, box.right, box.bottom - size, argb);
    if (radius == 0) {
      band.fill(box.left, box.top, box.right, box.top + line, argb);
      band.fill(box.left, box.bottom - line, box.right, box.bottom, argb);
    } else {
      corners(band, box, size, masks.ring(size, radius, line), argb);
    }
  }

  /// The quarters of a mask of 2 · `size` pixels each way, into the corners of a box.
  private void corners(Band band, Edge box, int size, Mask mask, int argb) {
    if (box.bottom <= band.top || box.top >= band.bottom()) {
      return;
    }
    int farX = box.right - 2 * size;
    int farY = box.bottom - 2 * size;
    band.lay(mask, new Band.Part(0, 0, size, size), box.left, box.top, argb);
    band.lay(mask, new Band.Part(size, 0, 2 * size, size), farX, box.top, argb);
    band.lay(mask, new Band.Part(0, size, size, 2 * size), box.left, farY, argb);
    band.lay(mask, new Band.Part(size, size, 2 * size, 2 * size), farX, farY, argb);
  }
}
