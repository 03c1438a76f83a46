package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.numascape.analysis.Hold;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.drawing.Gesture;
import org.numascape.drawing.Hover;
import org.numascape.drawing.Walk;
import org.numascape.topology.ObjectId;

/// What keys do on the canvas while nothing is carried: arrows select the next box, Enter what sits
/// on it, Escape nothing; but first it closes the explanation of a problem.
final class CanvasKeys {

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final ViewState view;
  private final CanvasInput input;
  private final KeyboardPlacement placement;

  CanvasKeys(
      TopologyCanvas canvas,
      DesignStore store,
      ViewState view,
      CanvasInput input,
      KeyboardPlacement placement) {
    this.canvas = canvas;
    this.store = store;
    this.view = view;
    this.input = input;
    this.placement = placement;
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    canvas.addEventHandler(
        KeyEvent.KEY_RELEASED,
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            input.space(false);
          }
        });
  }

  private void pressed(KeyEvent event) {
    input.hideTip();
    if (placement.key(event) || own(event)) {
      event.consume();
    }
  }

  private boolean own(KeyEvent event) {
    var direction = Optional.ofNullable(KeyboardPlacement.KEYS.get(event.getCode()));
    if (direction.isPresent() && plain(event)) {
      walk(direction.get());
      return true;
    }
    return switch (event.getCode()) {
      case SPACE -> {
        input.space(true);
        yield true;
      }
      case ESCAPE -> {
        if (!input.cancel()) {
          close();
        }
        yield true;
      }
      case ENTER -> plain(event) && enter();
      default -> false;
    };
  }

  /// An explanation goes first, then the selection.
  private void close() {
    if (view.asked().get().isPresent()) {
      view.asked().set(Optional.empty());
    } else {
      store.select(List.of());
    }
  }

  private static boolean plain(KeyEvent event) {
    return !event.isShortcutDown() && !event.isAltDown();
  }

  private void walk(Walk.Direction direction) {
    var here = here();
    var next =
        here.isPresent()
            ? Walk.step(store.design().host(), canvas.hits(), here.get(), direction)
            : placement.start(List.of());
    next.map(Item.OnHost::new).ifPresent(this::select);
  }

  private void select(Item item) {
    store.select(List.of(item));
    canvas.reveal(item);
    canvas.say(Hover.words(store.shown().get(), List.of(item)));
  }

  /// The box that is selected, or the CPU that what is selected sits on.
  private Optional<ObjectId> here() {
    return store.selection().get().stream().findFirst().flatMap(this::box);
  }

  private Optional<ObjectId> box(Item item) {
    var host = store.design().host();
    return switch (item) {
      case Item.OnHost(var object) -> Optional.of(object);
      case Item.NodeMemory(var node) -> host.node(node).map(found -> found.id());
      case Item.OfGuest thread ->
          store
              .analysis()
              .get()
              .occupancy()
              .seat(thread)
              .filter(seat -> seat.hold() == Hold.EXACT)
              .flatMap(seat -> host.pu(seat.cpus().last()))
              .map(pu -> pu.id());
    };
  }

  private boolean enter() {
    var chosen = store.selection().get().stream().findFirst();
    var sitting =
        chosen.stream()
            .flatMap(item -> canvas.places().atMiddleOf(item).stream())
            .filter(Gesture::isMovable)
            .findFirst();
    sitting.ifPresent(this::select);
    return sitting.isPresent();
  }
}
