package org.numascape.app.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.numascape.analysis.Seat;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;
import org.numascape.drawing.Gesture;
import org.numascape.drawing.Walk;
import org.numascape.topology.HostTopology;
import org.numascape.topology.ObjectId;
import org.numascape.topology.ObjectKind;

/// Carries the selection by keyboard: arrows walk the boxes, Page Up and Page Down go out and in,
/// Enter drops, Ctrl+Enter takes memory along, Escape puts back.
final class KeyboardPlacement {

  /// Which key goes where.
  static final Map<KeyCode, Walk.Direction> KEYS =
      Map.of(
          KeyCode.LEFT, Walk.Direction.LEFT,
          KeyCode.RIGHT, Walk.Direction.RIGHT,
          KeyCode.UP, Walk.Direction.UP,
          KeyCode.DOWN, Walk.Direction.DOWN,
          KeyCode.PAGE_UP, Walk.Direction.OUT,
          KeyCode.PAGE_DOWN, Walk.Direction.IN);

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final DragState drag;
  private Optional<ObjectId> at = Optional.empty();

  KeyboardPlacement(TopologyCanvas canvas, DesignStore store, DragState drag) {
    this.canvas = canvas;
    this.store = store;
    this.drag = drag;
    drag.items()
        .subscribe(items -> {
          if (items.isEmpty()) {
            at = Optional.empty();
          }
        });
    canvas.viewport().onMove(this::follow);
  }

  /// Picks the movable part of the selection up and stands on a first target; nothing to move does
  /// nothing.
  void begin() {
    var items = store.selection().get().stream().filter(Gesture::isMovable).toList();
    if (items.isEmpty()) {
      return;
    }
    canvas.requestFocus();
    drag.begin(items);
    start(items).ifPresent(this::stand);
  }

  /// Takes a key while the selection is carried; says whether it was one of ours.
  boolean key(KeyEvent event) {
    if (at.isEmpty() || !drag.active() || drag.landing()) {
      return false;
    }
    var direction = KEYS.get(event.getCode());
    if (direction != null) {
      Walk.step(store.design().host(), canvas.hits(), at.get(), direction).ifPresent(this::stand);
      return true;
    }
    if (event.getCode() == KeyCode.ENTER) {
      drag.over(at.map(Item.OnHost::new), event.isShortcutDown(), event.isShiftDown());
      drag.drop();
      return true;
    }
    return false;
  }

  private void stand(ObjectId target) {
    at = Optional.of(target);
    Item item = new Item.OnHost(target);
    canvas.reveal(item);
    drag.over(Optional.of(item), false, false);
    follow();
  }

  /// Words and chips stay beside the target when the picture moves under them.
  private void follow() {
    at.map(Item.OnHost::new)
        .flatMap(canvas::boundsInScene)
        .filter(area -> drag.active())
        .ifPresent(area -> {
          drag.beside().set(Optional.of(area));
          drag.pointer().set(new Point2D(area.getCenterX(), area.getCenterY()));
        });
  }

  /// Where the first item is now; else the first free PU, or the first node for memory.
  Optional<ObjectId> start(List<Item> items) {
    HostTopology host = store.design().host();
    var item = items.stream().findFirst();
    if (item.filter(one -> one instanceof Item.Cell || one instanceof Item.WholeGuest)
        .isPresent()) {
      return host.nodes().values().stream().map(node -> node.id()).findFirst();
    }
    Optional<Seat> seat =
        item.filter(Item.OfGuest.class::isInstance)
            .flatMap(one -> store.analysis().get().occupancy().seat((Item.OfGuest) one));
    return seat.filter(found -> found.hold().pinned())
        .flatMap(found -> host.pu(found.cpus().first().orElse(-1)))
        .or(() ->
            store.analysis().get().occupancy().free().first().stream()
                .boxed()
                .flatMap(cpu -> host.pu(cpu).stream())
                .findFirst())
        .or(() -> host.pus().values().stream().min(Comparator.comparingInt(pu -> pu.logical())))
        .map(pu -> pu.id())
        .filter(id -> id.kind() == ObjectKind.PU);
  }
}
