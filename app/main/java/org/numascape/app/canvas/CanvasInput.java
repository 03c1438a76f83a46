package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.design.Item;
import org.numascape.drawing.Gesture;
import org.numascape.drawing.GestureEffect;
import org.numascape.drawing.Pointer;
import org.numascape.placement.Unpin;

/// Turns JavaFX events on the canvas into [Pointer]s, asks the [Gesture], and does what it says.
final class CanvasInput {

  private static final double WHEEL = 1.0018;

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final DragState drag;
  private final HoverTip tip;
  private final KeyboardPlacement keyboard;
  private Gesture gesture = new Gesture.Idle();
  private boolean space;

  CanvasInput(TopologyCanvas canvas, DesignStore store, DragState drag) {
    this.canvas = canvas;
    this.store = store;
    this.drag = drag;
    this.tip = new HoverTip(canvas, store);
    this.keyboard = new KeyboardPlacement(canvas, store, drag);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(event -> send(Pointer.Kind.MOVE, event));
    canvas.setOnMouseReleased(event -> send(Pointer.Kind.RELEASE, event));
    canvas.setOnMouseMoved(event -> tip.at(itemsAt(event.getX(), event.getY()), event));
    canvas.setOnMouseExited(event -> tip.hide());
    canvas.setOnScroll(this::scrolled);
    canvas.setOnZoom(this::pinched);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    canvas.addEventHandler(
        KeyEvent.KEY_RELEASED, event -> space = space && event.getCode() != KeyCode.SPACE);
    takeDropsFromPanels();
  }

  private void takeDropsFromPanels() {
    canvas.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER,
        event -> {
          if (drag.active()) {
            carry(event);
          }
        });
    canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, event -> leave());
    canvas.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          if (drag.active()) {
            carry(event);
            drag.drop();
          }
        });
  }

  private void carry(MouseDragEvent event) {
    drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
    drag.over(target(event.getX(), event.getY()), event.isControlDown());
  }

  private void leave() {
    if (drag.active() && gesture instanceof Gesture.Idle) {
      drag.over(Optional.empty(), false);
    }
  }

  private Optional<Item> target(double x, double y) {
    return itemsAt(x, y).stream().filter(Gesture::isTarget).findFirst();
  }

  private List<Item> itemsAt(double x, double y) {
    var camera = canvas.camera();
    return canvas.hits().at(camera.toDrawingX(x), camera.toDrawingY(y), camera.zoom());
  }

  private void pressed(MouseEvent event) {
    canvas.requestFocus();
    tip.hide();
    send(Pointer.Kind.PRESS, event);
  }

  private void send(Pointer.Kind kind, MouseEvent event) {
    drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
    var camera = canvas.camera();
    boolean inside = canvas.contains(event.getX(), event.getY());
    step(
        new Pointer(
            kind,
            button(event.getButton()),
            camera.toDrawingX(event.getX()),
            camera.toDrawingY(event.getY()),
            event.getX(),
            event.getY(),
            event.isShortcutDown(),
            event.isShiftDown(),
            space,
            event.getClickCount(),
            inside ? itemsAt(event.getX(), event.getY()) : List.of()));
  }

  private static Pointer.Button button(MouseButton button) {
    return switch (button) {
      case MIDDLE -> Pointer.Button.MIDDLE;
      case SECONDARY -> Pointer.Button.SECONDARY;
      default -> Pointer.Button.PRIMARY;
    };
  }

  private void step(Pointer pointer) {
    var step = gesture.on(pointer, store.selection().get());
    gesture = step.next();
    step.effects().forEach(this::follow);
  }

  private void follow(GestureEffect effect) {
    switch (effect) {
      case GestureEffect.Select(var items) -> store.select(items);
      case GestureEffect.Toggle(var item) -> store.toggle(item);
      case GestureEffect.SelectWithin(var area, var add) -> {
        var items = new LinkedHashSet<Item>(add ? store.selection().get() : List.of());
        canvas.hits().within(area).stream().filter(CanvasInput::banded).forEach(items::add);
        store.select(items);
      }
      case GestureEffect.Band(var area) -> canvas.band(area);
      case GestureEffect.PickUp(var items) -> drag.begin(items);
      case GestureEffect.Over(var target, var along) -> drag.over(target, along);
      case GestureEffect.Drop() -> drag.drop();
      case GestureEffect.PutBack() -> drag.cancel();
      case GestureEffect.Pan(var dx, var dy) -> canvas.pan(dx, dy);
      case GestureEffect.Visit(var item) -> canvas.flyTo(item);
    }
  }

  /// A rubber band takes placed threads, not the boxes under them.
  private static boolean banded(Item item) {
    return item instanceof Item.Vcpu
        || item instanceof Item.Emulator
        || item instanceof Item.IoThread;
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown() || !event.isShiftDown()) {
      canvas.zoomAt(event.getX(), event.getY(), Math.pow(WHEEL, event.getDeltaY()));
    } else {
      canvas.pan(event.getDeltaX() + event.getDeltaY(), 0);
    }
    tip.hide();
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    canvas.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    boolean used =
        switch (event.getCode()) {
          case SPACE -> space = true;
          case ESCAPE -> escape();
          default -> keyboard.key(event);
        };
    if (used) {
      event.consume();
    }
  }

  private boolean escape() {
    step(
        new Pointer(
            Pointer.Kind.CANCEL,
            Pointer.Button.PRIMARY,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            0,
            List.of()));
    if (drag.active()) {
      drag.cancel();
    }
    return true;
  }

  /// Takes the pins of what is selected away.
  void unpinSelection() {
    Unpin.of(store.design(), store.selection().get()).ifPresent(store::apply);
  }

  /// Carries the selection with the arrow keys.
  void placeByKeyboard() {
    keyboard.begin();
  }

  /// Selects every vCPU of the selected guest, or of all guests.
  void selectAllVcpus() {
    var chosen = store.selectedGuest();
    var items = new ArrayList<Item>();
    store.design().guests().stream()
        .filter(guest -> chosen.isEmpty() || chosen.get().equals(guest.id()))
        .forEach(guest -> {
          for (int vcpu = 0; vcpu < guest.wanted().vcpus().maximum(); vcpu++) {
            items.add(new Item.Vcpu(guest.id(), vcpu));
          }
        });
    store.select(items);
  }
}
