package org.numascape.app.canvas;

import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.numascape.app.store.DragState;
import org.numascape.drawing.Rect;

/// Moves the picture while something is carried near an edge beyond which there is more of it; the
/// nearer to the edge, the faster.
final class AutoPan extends AnimationTimer {

  /// How near an edge it begins, in pixels.
  private static final double NEAR = 36;

  /// How fast it gets, in pixels a second.
  private static final double FASTEST = 900;

  private final Region canvas;
  private final Viewport viewport;
  private final DragState drag;
  private final Runnable moved;
  private long before;
  private boolean running;

  /// @param moved hears that something else is under the pointer now
  AutoPan(Region canvas, Viewport viewport, DragState drag, Runnable moved) {
    this.canvas = canvas;
    this.viewport = viewport;
    this.drag = drag;
    this.moved = moved;
    drag.pointer().subscribe(point -> consider());
    drag.items().subscribe(items -> consider());
    drag.beside().subscribe(area -> consider());
  }

  private void consider() {
    boolean wanted = !speed().equals(Point2D.ZERO);
    if (wanted && !running) {
      before = System.nanoTime();
      start();
    } else if (!wanted && running) {
      stop();
    }
    running = wanted;
  }

  /// Pixels a second the picture shall move; none where the keyboard carries.
  private Point2D speed() {
    if (!drag.active() || drag.beside().get().isPresent() || canvas.getScene() == null) {
      return Point2D.ZERO;
    }
    Point2D at = canvas.sceneToLocal(drag.pointer().get());
    if (!new Rect(0, 0, viewport.width(), viewport.height()).contains(at.getX(), at.getY())) {
      return Point2D.ZERO;
    }
    Rect seen = viewport.visible();
    Rect whole = viewport.whole();
    double x =
        along(at.getX(), viewport.width(), seen.x() > whole.x(), seen.right() < whole.right());
    double y =
        along(at.getY(), viewport.height(), seen.y() > whole.y(), seen.bottom() < whole.bottom());
    return new Point2D(x, y);
  }

  /// The speed along one axis: positive towards its beginning.
  private static double along(double at, double size, boolean moreBefore, boolean moreBehind) {
    if (at < NEAR && moreBefore) {
      return FASTEST * (NEAR - at) / NEAR;
    }
    return at > size - NEAR && moreBehind ? -FASTEST * (at - size + NEAR) / NEAR : 0;
  }

  @Override
  public void handle(long now) {
    double seconds = Math.clamp((now - before) / 1e9, 0, 0.1);
    before = now;
    var speed = speed();
    viewport.pan(speed.getX() * seconds, speed.getY() * seconds);
    moved.run();
    consider();
  }
}
