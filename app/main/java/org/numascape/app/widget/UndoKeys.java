package org.numascape.app.widget;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.numascape.app.store.DesignStore;

/// Lets a window beside the main one take steps back and make them again, by the keys of the main
/// one.
public interface UndoKeys {

  /// Makes it so.
  static void on(Scene scene, DesignStore store) {
    Map.<String, Runnable>of(
            "Shortcut+Z", store::undo, "Shortcut+Shift+Z", store::redo, "Shortcut+Y", store::redo)
        .forEach((key, step) -> scene.getAccelerators().put(KeyCombination.valueOf(key), step));
  }
}
