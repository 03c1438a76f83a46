package org.numascape.app.canvas;

import org.numascape.drawing.Rect;

/// Where on a drawing the window looks: `zoom` screen pixels per drawing unit, and the drawing's
/// point at the window's top left corner.
record Camera(double zoom, double x, double y) {

  /// The smallest and largest zoom.
  static final double MIN = 0.02;

  static final double MAX = 12;

  private static final double MARGIN = 2;

  /// Keeps the zoom within its bounds.
  Camera {
    zoom = Math.clamp(zoom, MIN, MAX);
  }

  /// Shows a whole area in the middle of a window, no larger than `atMost` times its natural size.
  static Camera fitting(Rect area, double width, double height, double atMost) {
    double zoom =
        Math.min(
            atMost,
            Math.min(
                (width - 2 * MARGIN) / Math.max(1, area.width()),
                (height - 2 * MARGIN) / Math.max(1, area.height())));
    double kept = Math.clamp(zoom, MIN, MAX);
    return new Camera(kept, area.centreX() - width / kept / 2, area.centreY() - height / kept / 2);
  }

  /// Moves so far that a window of that size shows nothing beside a picture that is larger, and one
  /// that is smaller in its middle.
  Camera over(Rect picture, double width, double height) {
    return new Camera(
        zoom,
        over(x, width / zoom, picture.x(), picture.right()),
        over(y, height / zoom, picture.y(), picture.bottom()));
  }

  private static double over(double at, double seen, double from, double to) {
    return seen >= to - from ? (from + to - seen) / 2 : Math.clamp(at, from, to - seen);
  }

  /// Moves by screen pixels.
  Camera panned(double dx, double dy) {
    return new Camera(zoom, x - dx / zoom, y - dy / zoom);
  }

  /// Zooms by a factor; the drawing's point under the screen point stays there.
  Camera zoomedAt(double screenX, double screenY, double factor) {
    double next = Math.clamp(zoom * factor, MIN, MAX);
    return new Camera(
        next, x + screenX / zoom - screenX / next, y + screenY / zoom - screenY / next);
  }

  /// The drawing's x under a screen x.
  double toDrawingX(double screenX) {
    return x + screenX / zoom;
  }

  /// The drawing's y under a screen y.
  double toDrawingY(double screenY) {
    return y + screenY / zoom;
  }

  /// The screen x of a drawing's x.
  double toScreenX(double drawingX) {
    return (drawingX - x) * zoom;
  }

  /// The screen y of a drawing's y.
  double toScreenY(double drawingY) {
    return (drawingY - y) * zoom;
  }

  /// Where an area of the drawing is on the screen.
  Rect toScreen(Rect area) {
    return new Rect(
        toScreenX(area.x()), toScreenY(area.y()), area.width() * zoom, area.height() * zoom);
  }

  /// What of the drawing a window of that size shows.
  Rect visible(double width, double height) {
    return new Rect(x, y, width / zoom, height / zoom);
  }

  /// A camera between this and another: 0 is here, 1 is there.
  Camera towards(Camera other, double part) {
    double between = zoom * Math.pow(other.zoom / zoom, part);
    return new Camera(between, x + (other.x - x) * part, y + (other.y - y) * part);
  }
}
