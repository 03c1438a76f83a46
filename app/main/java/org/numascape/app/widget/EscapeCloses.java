package org.numascape.app.widget;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Lets Escape close a window beside the main one, unless something in it needs the key: a field
/// with an unfinished word, a cell that is edited. Lists and tables that are not edited take the
/// key for nothing, so it is heard before them.
public interface EscapeCloses {

  /// Makes it so; once for each window, after its scene is set.
  static void on(Stage stage) {
    var scene = stage.getScene();
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> close(stage, event));
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (idle(scene)) {
            close(stage, event);
          }
        });
  }

  private static void close(Stage stage, KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      stage.close();
    }
  }

  /// Whether the focus is on a list or table in which nothing is edited.
  private static boolean idle(Scene scene) {
    return (scene.getFocusOwner() instanceof ListView<?> list && list.getEditingIndex() < 0)
        || (scene.getFocusOwner() instanceof TableView<?> table && table.getEditingCell() == null);
  }
}
