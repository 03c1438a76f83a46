package org.numascape.app.canvas;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;

/// Follows a drag through the whole window: where the pointer is, that Ctrl or Shift went down or
/// up, and that `S` spreads otherwise or `N` carries more, wherever the focus is and though the
/// pointer rests.
record DragWatch(DragState drag, ViewState view) {

  /// Listens on a window.
  void listenOn(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          heard(event, true);
          letter(event);
        });
    scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> heard(event, false));
    scene.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (drag.active()) {
            drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
          }
        });
  }

  private void letter(KeyEvent event) {
    boolean ours = event.getCode() == KeyCode.S || event.getCode() == KeyCode.N;
    if (!drag.active() || drag.landing() || event.isShortcutDown() || !ours) {
      return;
    }
    if (event.getCode() == KeyCode.S) {
      view.policy().set(view.policy().get().next());
    } else {
      drag.widen();
    }
    event.consume();
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
