package org.numascape.app.connect;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lies over the window and shows one thing in its middle. Escape or a click beside it draws the
/// curtain aside; Tab stays with what is shown.
public final class Curtain extends StackPane {

  private Runnable hidden = () -> {};

  /// A curtain that is drawn aside.
  public Curtain() {
    setId("curtain");
    getStyleClass().add("curtain");
    setAlignment(Pos.CENTER);
    setVisible(false);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget() == this) {
            hide();
          }
          event.consume();
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// What happens when the curtain is drawn aside, such as giving the focus to what lay behind.
  public void onHidden(Runnable then) {
    hidden = then;
  }

  /// Shows something instead of what was shown, and gives it the focus.
  void show(Region content) {
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().setAll(content);
    setVisible(true);
    Platform.runLater(() -> stops(content).stream().findFirst().ifPresent(Node::requestFocus));
  }

  /// Draws it aside; does nothing where it is already.
  public void hide() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
      hidden.run();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      hide();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      turn(event.isShiftDown());
      event.consume();
    }
  }

  private void turn(boolean back) {
    var owner = getScene().getFocusOwner();
    var stops = stops(this);
    if (owner == null || stops.isEmpty()) {
      return;
    }
    owner.requestFocusTraversal(back ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    if (!stops.contains(getScene().getFocusOwner())) {
      (back ? stops.getLast() : stops.getFirst()).requestFocus();
    }
  }

  private static List<Node> stops(Parent parent) {
    var stops = new ArrayList<Node>();
    for (var child : parent.getChildrenUnmodifiable()) {
      if (child.isFocusTraversable() && !child.isDisabled()) {
        stops.add(child);
      } else if (child instanceof Parent inner) {
        stops.addAll(stops(inner));
      }
    }
    return stops;
  }
}
