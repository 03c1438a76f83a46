package org.numascape.app.canvas;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.numascape.app.store.DragState;
import org.numascape.topology.ObjectId;

/// Unfolds a box that stands for others when something is carried onto it and rests there, so that
/// it can be put on one of them.
final class FoldSpring {

  private static final Duration REST = Duration.millis(600);

  private final Region canvas;
  private final Places places;
  private final DragState drag;
  private final PauseTransition rest = new PauseTransition(REST);
  private Optional<ObjectId> over = Optional.empty();

  /// @param moved hears that something else is under the pointer now
  FoldSpring(Region canvas, Places places, Folds folds, DragState drag, Runnable moved) {
    this.canvas = canvas;
    this.places = places;
    this.drag = drag;
    rest.setOnFinished(event -> {
      over.ifPresent(folds::toggle);
      over = Optional.empty();
      moved.run();
    });
    drag.pointer().subscribe(point -> consider());
    drag.items().subscribe(items -> consider());
    drag.beside().subscribe(area -> consider());
  }

  private void consider() {
    var now = drag.active() && drag.beside().get().isEmpty() ? here() : Optional.<ObjectId>empty();
    if (!now.equals(over)) {
      over = now;
      rest.stop();
      now.ifPresent(fold -> rest.playFromStart());
    }
  }

  private Optional<ObjectId> here() {
    Point2D at = canvas.sceneToLocal(drag.pointer().get());
    return canvas.getScene() != null && canvas.contains(at)
        ? places.foldAt(at.getX(), at.getY())
        : Optional.empty();
  }
}
