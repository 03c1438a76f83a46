package org.numascape.app.domains;

import java.util.List;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;

/// Lets the pointer pick parts of guests up and carry them to the picture, which takes the drop.
///
/// Released anywhere else, or with Escape, they are put back.
final class Carrying {

  private final DesignStore store;
  private final DragState drag;
  private boolean under;
  private final EventHandler<KeyEvent> escape =
      event -> {
        if (event.getCode() == KeyCode.ESCAPE) {
          drag().cancel();
          event.consume();
        }
      };

  Carrying(DesignStore store, DragState drag) {
    this.store = store;
    this.drag = drag;
  }

  private DragState drag() {
    return drag;
  }

  /// Whether what is being carried was picked up here.
  boolean underWay() {
    return under;
  }

  /// Makes a node a handle for these items.
  void install(Node handle, List<? extends Item> items) {
    handle.setOnDragDetected(event -> pickUp(handle, items, event));
    handle.setOnMouseDragged(event -> {
      if (under) {
        drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
        event.consume();
      }
    });
    handle.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> putBackUnlessDropped(handle));
  }

  private void pickUp(Node handle, List<? extends Item> items, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || handle.getScene() == null) {
      return;
    }
    var selected = store.selection().get();
    if (!selected.containsAll(items)) {
      store.select(items);
    }
    var carried = store.selection().get().stream().filter(Carrying::movable).toList();
    if (carried.isEmpty()) {
      return;
    }
    handle.startFullDrag();
    under = true;
    drag.begin(carried);
    drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
    handle.getScene().addEventFilter(KeyEvent.KEY_PRESSED, escape);
    event.consume();
  }

  private static boolean movable(Item item) {
    return item instanceof Item.OfGuest && !(item instanceof Item.Device);
  }

  /// The drop target hears of the release in the same event cycle, before or after; then it is
  /// over.
  private void putBackUnlessDropped(Node handle) {
    if (!under) {
      return;
    }
    Scene scene = handle.getScene();
    Platform.runLater(() -> {
      under = false;
      if (scene != null) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
      }
      if (drag.active() && !drag.landing()) {
        drag.cancel();
      }
    });
  }
}
