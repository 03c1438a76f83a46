package org.numascape.app.window;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Further keys for what the menus do: those of other keyboards and of the number pad, and `?`.
record MoreKeys(Actions actions) {

  private record More(String key, Action action) {}

  /// Listens on a window.
  void listenOn(Scene scene) {
    for (var more : more()) {
      scene.getAccelerators().put(KeyCombination.valueOf(more.key()), () -> run(more.action()));
    }
    scene.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          if (event.getCharacter().equals("?") && !Menus.takesText(scene.getFocusOwner())) {
            run(actions.shortcuts);
          }
        });
  }

  private List<More> more() {
    return List.of(
        new More("Shortcut+Equals", actions.zoomIn),
        new More("Shortcut+Shift+Equals", actions.zoomIn),
        new More("Shortcut+Shift+Plus", actions.zoomIn),
        new More("Shortcut+Add", actions.zoomIn),
        new More("Shortcut+Subtract", actions.zoomOut),
        new More("Shortcut+Numpad 0", actions.fit),
        new More("Shortcut+Numpad 1", actions.zoomReset),
        new More("Shortcut+Y", actions.redo));
  }

  private static void run(Action action) {
    if (!action.disabled().get()) {
      action.effect().run();
    }
  }
}
