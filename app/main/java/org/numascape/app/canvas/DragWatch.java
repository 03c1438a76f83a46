package org.numascape.app.canvas;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.numascape.app.store.DragState;

/// Follows a drag through the whole window: where the pointer is, and that Ctrl or Shift went down
/// or up, wherever the focus is and though the pointer rests.
record DragWatch(DragState drag) {

  /// Listens on a window.
  void listenOn(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> heard(event, true));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> heard(event, false));
    scene.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (drag.active()) {
            drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
          }
        });
  }

  /// The event of a modifier key itself does not carry that modifier on every system.
  private void heard(KeyEvent event, boolean down) {
    boolean ctrl = event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND;
    boolean shift = event.getCode() == KeyCode.SHIFT;
    if (drag.active() && (ctrl || shift)) {
      drag.keys(ctrl ? down : event.isShortcutDown(), shift ? down : event.isShiftDown());
    }
  }
}
