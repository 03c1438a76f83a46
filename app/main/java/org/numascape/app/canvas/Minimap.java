package org.numascape.app.canvas;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.app.theme.Theme;
import org.numascape.drawing.Drawing;
import org.numascape.drawing.Ink;
import org.numascape.drawing.Rect;
import org.numascape.drawing.Role;

/// The whole picture, small, in the corner of one that is too large to be read as a whole, with a
/// frame around what is in sight. A click or drag in it looks there.
final class Minimap extends Canvas {

  private static final double WIDEST = 220;
  private static final double HIGHEST = 150;

  /// In a window of this size in pixels it is as large as it gets; in smaller ones it shrinks by
  /// steps.
  private static final double ROOMY_WIDTH = 960;

  private static final double ROOMY_HEIGHT = 560;
  private static final double STEPS = 5;

  /// Below this zoom of the whole picture CPUs cannot be read.
  private static final double READABLE = 0.62;

  private final Viewport viewport;
  private final ViewState view;
  private final DragState drag;
  private Optional<WritableImage> image = Optional.empty();
  private Optional<Rect> target = Optional.empty();
  private double size = 1;
  private Runnable shown = () -> {};

  Minimap(Viewport viewport, ViewState view, DragState drag) {
    this.viewport = viewport;
    this.view = view;
    this.drag = drag;
    setId("minimap");
    setManaged(false);
    setCursor(Cursor.CROSSHAIR);
    setAccessibleText("The whole host; click to look elsewhere");
    setVisible(false);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::look);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::look);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    viewport.onMove(this::follow);
    view.minimap().subscribe(shown -> follow());
    drag.items().subscribe(items -> setMouseTransparent(!items.isEmpty()));
  }

  private void look(MouseEvent event) {
    double scale = scale();
    viewport.centre(
        viewport.whole().x() + event.getX() / scale, viewport.whole().y() + event.getY() / scale);
  }

  private double scale() {
    return size * Math.min(WIDEST / viewport.whole().width(), HIGHEST / viewport.whole().height());
  }

  /// How large it may be in the window of now, in a few steps: it covers what lies below it.
  private double allowed() {
    double room =
        Math.min(viewport.width() / ROOMY_WIDTH, viewport.height() / ROOMY_HEIGHT) * STEPS;
    return Math.clamp(Math.floor(room), 2, STEPS) / STEPS;
  }

  /// Shows another picture.
  void show(Drawing drawing, boolean dark) {
    shown = () -> show(drawing, dark);
    size = allowed();
    if (!wanted()) {
      image = Optional.empty();
      return;
    }
    double scale = scale();
    setWidth(Math.ceil(drawing.width() * scale));
    setHeight(Math.ceil(drawing.height() * scale));
    var sheet = new Canvas(getWidth(), getHeight());
    new CanvasPainter(sheet.getGraphicsContext2D(), Theme.palette(dark), Theme.sans(), Theme.mono())
        .paint(drawing, new Camera(scale, 0, 0), getWidth(), getHeight(), 1);
    image = Optional.of(sheet.snapshot(null, null));
    follow();
  }

  /// Takes its corner of a window of that size, in pixels.
  void settleIn(double width, double height) {
    if (size != allowed()) {
      shown.run();
    }
    relocate(Math.rint(width - getWidth() - 12), Math.rint(height - getHeight() - 12));
  }

  /// Whether pictures of this size need it, and the person wants it.
  boolean wanted() {
    return view.minimap().get() && viewport.fittedZoom() < READABLE;
  }

  /// Where the target of a drag is on the canvas, in pixels: it gives way to that.
  void giveWayTo(Optional<Rect> area) {
    target = area;
    follow();
  }

  private void follow() {
    var seen = viewport.visible();
    var whole = viewport.whole();
    boolean all =
        seen.x() <= whole.x() + 1
            && seen.y() <= whole.y() + 1
            && seen.right() >= whole.right() - 1
            && seen.bottom() >= whole.bottom() - 1;
    var own = new Rect(getLayoutX(), getLayoutY(), getWidth(), getHeight());
    boolean inTheWay = drag.active() && target.filter(own::intersects).isPresent();
    setVisible(image.isPresent() && wanted() && !all && !inTheWay);
    if (isVisible()) {
      paint(seen);
    }
  }

  private void paint(Rect seen) {
    var pen = getGraphicsContext2D();
    var palette = Theme.palette(view.dark().get());
    double scale = scale();
    pen.clearRect(0, 0, getWidth(), getHeight());
    image.ifPresent(picture -> pen.drawImage(picture, 0, 0));
    Color line = CanvasPainter.argb(palette.argb(Ink.of(Role.SELECTED)));
    double left = Math.clamp((seen.x() - viewport.whole().x()) * scale, 0, getWidth() - 3);
    double top = Math.clamp((seen.y() - viewport.whole().y()) * scale, 0, getHeight() - 3);
    double right = Math.clamp((seen.right() - viewport.whole().x()) * scale, 3, getWidth());
    double bottom = Math.clamp((seen.bottom() - viewport.whole().y()) * scale, 3, getHeight());
    pen.setFill(line.deriveColor(0, 1, 1, 0.15));
    pen.fillRect(left, top, right - left, bottom - top);
    pen.setStroke(line);
    pen.setLineWidth(2);
    pen.strokeRect(left + 1, top + 1, Math.max(1, right - left - 2), Math.max(1, bottom - top - 2));
    pen.setStroke(CanvasPainter.argb(palette.argb(Ink.of(Role.BORDER))));
    pen.setLineWidth(1);
    pen.strokeRect(0.5, 0.5, getWidth() - 1, getHeight() - 1);
  }
}
