package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseDragEvent;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;
import org.numascape.drawing.Gesture;

/// Takes what is carried here from a panel. A drag that began in the picture reports itself.
///
/// @param own whether the picture's own drag is under way
/// @param at what lies at a point of the picture, in pixels
record PanelDrops(DragState drag, BooleanSupplier own, Function<Point2D, List<Item>> at) {

  /// Listens on the picture.
  void listenOn(Node picture) {
    picture.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::over);
    picture.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_EXITED,
        event -> {
          if (theirs()) {
            drag.over(Optional.empty(), false, false);
          }
        });
    picture.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          over(event);
          if (theirs()) {
            drag.drop();
          }
        });
  }

  private boolean theirs() {
    return drag.active() && !own.getAsBoolean();
  }

  private void over(MouseDragEvent event) {
    if (theirs()) {
      drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
      var target =
          at.apply(new Point2D(event.getX(), event.getY())).stream()
              .filter(Gesture::isTarget)
              .findFirst();
      drag.over(target, event.isShortcutDown(), event.isShiftDown());
    }
  }
}
