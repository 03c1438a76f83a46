package org.numascape.app.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Tells whether a part of a window, dialog or pop-over is there to be seen.
public interface OnScreen {

  /// Whether a node is in a window on the screen: what it subscribes to while it is costs nothing
  /// afterwards, and keeps nothing in memory.
  static ObservableValue<Boolean> of(Node node) {
    return node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false);
  }

  /// Whether a node is in a scene. Unlike `sceneProperty().isNotNull()`, which its node holds
  /// weakly, it outlives a collection of garbage before the node is put into one.
  static ObservableValue<Boolean> placed(Node node) {
    return node.sceneProperty().map(scene -> true).orElse(false);
  }
}
