package org.numascape.app.domains;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.numascape.design.Item;
import org.numascape.placement.Unpin;

/// The keys of a card: arrows move among its parts, Space selects, Enter carries the selection to
/// the picture, Delete unpins.
final class CardKeys {

  private final GuestCard card;
  private final Desk desk;

  CardKeys(GuestCard card, Desk desk) {
    this.card = card;
    this.desk = desk;
  }

  void install() {
    card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    var handles = card.handles();
    if (!(event.getTarget() instanceof Node node)
        || !(node instanceof Handle handle)
        || event.isAltDown()) {
      return;
    }
    int index = handles.indexOf(node);
    boolean used =
        switch (event.getCode()) {
          case RIGHT -> focus(handles, index + 1);
          case LEFT -> focus(handles, index - 1);
          case HOME -> focus(handles, 0);
          case END -> focus(handles, handles.size() - 1);
          case DOWN -> vertical(node, 1);
          case UP -> vertical(node, -1);
          case SPACE -> select(handle, event);
          case ENTER -> enter(node, handle, event);
          case DELETE, BACK_SPACE -> unpin(handle);
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean focus(List<Node> handles, int index) {
    if (index >= 0 && index < handles.size()) {
      handles.get(index).requestFocus();
      return true;
    }
    return false;
  }

  /// To the nearest part of the line below or above; false where there is none, so that the list
  /// goes to the next card.
  private boolean vertical(Node from, int direction) {
    var here = bounds(from);
    Predicate<Node> beyond =
        node ->
            direction > 0
                ? bounds(node).getMinY() >= here.getMaxY() - 1
                : bounds(node).getMaxY() <= here.getMinY() + 1;
    Comparator<Node> line =
        Comparator.comparingDouble(node -> Math.abs(bounds(node).getCenterY() - here.getCenterY()));
    Optional<Node> next =
        card.handles().stream()
            .filter(beyond)
            .min(
                line.thenComparingDouble(
                    node -> Math.abs(bounds(node).getMinX() - here.getMinX())));
    next.ifPresent(Node::requestFocus);
    return next.isPresent();
  }

  private Bounds bounds(Node node) {
    return card.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  private boolean select(Handle handle, KeyEvent event) {
    Item first = handle.items().getFirst();
    if (handle.items().size() > 1) {
      desk.store().select(handle.items());
    } else if (event.isShiftDown()) {
      desk.picking().extendTo(first);
    } else if (event.isShortcutDown() || desk.store().selection().get().contains(first)) {
      desk.picking().toggle(first);
    } else {
      desk.picking().only(first);
    }
    return true;
  }

  private boolean enter(Node node, Handle handle, KeyEvent event) {
    if (event.isShortcutDown()) {
      return false;
    }
    if (node instanceof VcpuRow row) {
      card.fold(row);
      return true;
    }
    selectIfNot(handle);
    desk.requests().placeByKeyboard().run();
    return true;
  }

  private boolean unpin(Handle handle) {
    selectIfNot(handle);
    var store = desk.store();
    Unpin.of(store.design(), store.selection().get()).ifPresent(store::apply);
    return true;
  }

  private void selectIfNot(Handle handle) {
    if (!desk.store().selection().get().containsAll(handle.items())) {
      desk.store().select(handle.items());
    }
  }
}
