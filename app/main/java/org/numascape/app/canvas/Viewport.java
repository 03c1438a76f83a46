package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.numascape.drawing.Rect;

/// Where on the picture the window looks, and every way to look elsewhere.
///
/// As long as nobody has moved it, it shows the whole picture and keeps doing so. What it was sent
/// to stays in sight too when the window changes its size, until somebody moves it.
final class Viewport {

  private static final double STEP = 1.2;

  /// No fit enlarges a picture more than this.
  private static final double CLOSE = 1.6;

  /// From here on names and numbers of CPUs can be read.
  private static final double LEGIBLE = 0.8;

  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final List<Runnable> listeners = new ArrayList<>();
  private Camera camera = new Camera(1, 0, 0);
  private Rect whole = new Rect(0, 0, 1, 1);
  private double width = 1;
  private double height = 1;
  private boolean fitted = true;
  private Optional<Rect> aim = Optional.empty();
  private Optional<Flight> flight = Optional.empty();

  /// Calls a listener after every move.
  void onMove(Runnable listener) {
    listeners.add(listener);
  }

  Camera camera() {
    return camera;
  }

  /// Screen pixels per drawing unit.
  ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  /// Whether the whole picture is kept in sight.
  boolean fitted() {
    return fitted;
  }

  /// What of the picture is in sight, in drawing units.
  Rect visible() {
    return camera.visible(width, height);
  }

  /// The whole picture, in drawing units.
  Rect whole() {
    return whole;
  }

  /// How wide the window is, in pixels.
  double width() {
    return width;
  }

  /// How high the window is, in pixels.
  double height() {
    return height;
  }

  /// How large the whole picture would be in this window.
  double fittedZoom() {
    return fitting().zoom();
  }

  /// The window has another size, in pixels.
  void resize(double toWidth, double toHeight) {
    width = toWidth;
    height = toHeight;
    if (fitted) {
      look(fitting());
      return;
    }
    var sent = aim;
    sent.ifPresent(area -> {
      land();
      aim = sent;
      look(at(area));
    });
  }

  /// The picture has another size, or is another.
  void show(Rect picture, boolean another) {
    boolean moved = !picture.equals(whole);
    whole = picture;
    if (another) {
      land();
      fitted = true;
    }
    if (another || (fitted && moved)) {
      look(fitting());
    }
  }

  private Camera fitting() {
    return Camera.fitting(whole, width, height, CLOSE);
  }

  private void look(Camera next) {
    camera = next;
    zoom.set(next.zoom());
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void land() {
    fitted = false;
    aim = Optional.empty();
    flight.ifPresent(Flight::stop);
    flight = Optional.empty();
  }

  /// Moves by screen pixels.
  void pan(double dx, double dy) {
    land();
    look(camera.panned(dx, dy));
  }

  /// Puts a point of the picture into the middle of the window.
  void centre(double x, double y) {
    land();
    look(new Camera(camera.zoom(), x - width / camera.zoom() / 2, y - height / camera.zoom() / 2));
  }

  /// Zooms at a point of the screen.
  void zoomAt(double x, double y, double factor) {
    land();
    look(camera.zoomedAt(x, y, factor));
  }

  /// Zooms by a step at the middle: in, or out for a negative one.
  void zoomBy(int steps) {
    zoomAt(width / 2, height / 2, Math.pow(STEP, steps));
  }

  /// One drawing unit is one pixel.
  void actualSize() {
    zoomAt(width / 2, height / 2, 1 / camera.zoom());
  }

  /// Shows the whole picture from now on.
  void fit() {
    land();
    fitted = true;
    look(fitting());
  }

  /// Moves smoothly until an area fills the window, or jumps where the person wants no motion.
  void flyTo(Rect area) {
    land();
    aim = Optional.of(area);
    var started = new Flight(camera, at(area), this::look);
    flight = Optional.of(started);
    started.begin();
  }

  private Camera at(Rect area) {
    return Camera.fitting(area, width, height, CLOSE).over(whole, width, height);
  }

  /// Whether an area is in sight as a whole, and large enough to be read.
  boolean shows(Rect area) {
    return camera.zoom() >= LEGIBLE && visible().contains(area);
  }
}
