package org.numascape.app.review;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// A card over the dimmed window. Until it is closed, pointer, keys and focus stay inside, and the
/// window does not close while a page is busy.
final class ReviewDialog extends StackPane {

  private static final KeyCombination CONFIRM =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final double WIDTH_SHARE = 0.82;
  private static final double HEIGHT_SHARE = 0.86;

  private final Stage owner;
  private final StackPane below;
  private final StackPane card = new StackPane();
  private final EventHandler<WindowEvent> keepOpen = this::keepOpen;
  private final ChangeListener<Node> keepFocus = (value, old, now) -> keepFocus(now);
  private Optional<Page> page = Optional.empty();

  /// @throws IllegalStateException when the owner's scene has no pane to lie over
  ReviewDialog(Stage owner) {
    this.owner = owner;
    if (!(owner.getScene().getRoot() instanceof StackPane root)) {
      throw new IllegalStateException("the review lies over a window whose root is a StackPane");
    }
    below = root;
    setId("review-dialog");
    var dim = new Region();
    dim.getStyleClass().add("review-dim");
    card.getStyleClass().add("review-dialog");
    card.maxWidthProperty().bind(widthProperty().multiply(WIDTH_SHARE));
    card.maxHeightProperty().bind(heightProperty().multiply(HEIGHT_SHARE));
    getChildren().addAll(dim, card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::decided);
    addEventHandler(KeyEvent.KEY_PRESSED, ReviewDialog::keep);
    addEventHandler(KeyEvent.KEY_RELEASED, KeyEvent::consume);
    addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
  }

  /// Shows a page; opens the card with the first.
  <P extends Node & Page> void show(P next) {
    page = Optional.of(next);
    card.getChildren().setAll(next);
    if (getScene() == null) {
      below.getChildren().add(this);
      owner.getScene().focusOwnerProperty().addListener(keepFocus);
      owner.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, keepOpen);
    }
    applyCss();
    layout();
    next.focus();
  }

  /// Gives the window back.
  void close() {
    page = Optional.empty();
    owner.getScene().focusOwnerProperty().removeListener(keepFocus);
    owner.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, keepOpen);
    below.getChildren().remove(this);
  }

  /// Whether it is on the screen.
  boolean isOpen() {
    return page.isPresent();
  }

  /// Heard before the lists, which take Escape for themselves.
  private void decided(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      page.ifPresent(Page::escape);
      event.consume();
    } else if (CONFIRM.match(event)) {
      page.ifPresent(Page::confirm);
      event.consume();
    }
  }

  /// What bubbles up here would otherwise reach the window's shortcuts; only moving on by Tab and
  /// arrows may.
  private static void keep(KeyEvent event) {
    if (event.getCode() != KeyCode.TAB && !event.getCode().isArrowKey()) {
      event.consume();
    }
  }

  private void keepOpen(WindowEvent event) {
    if (page.filter(Page::busy).isPresent()) {
      event.consume();
    }
  }

  private void keepFocus(Node now) {
    if (now != null && !inside(now)) {
      page.ifPresent(Page::focus);
    }
  }

  private boolean inside(Node node) {
    for (Parent at = node.getParent(); at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return node == this;
  }
}
