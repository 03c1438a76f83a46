package org.numascape.app.connect;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped from outside.
interface Drops {

  /// Hands files dropped on a node over, once the drop is done with.
  static void on(Node node, Consumer<List<Path>> dropped) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
          event.setDropCompleted(!paths.isEmpty());
          event.consume();
          Platform.runLater(() -> dropped.accept(paths));
        });
  }
}
