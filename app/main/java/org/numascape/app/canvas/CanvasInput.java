package org.numascape.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.numascape.app.cost.WhyCost;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.drawing.Gesture;
import org.numascape.drawing.GestureEffect;
import org.numascape.drawing.Pointer;
import org.numascape.drawing.SelectionRange;

/// Turns what the pointer does on the canvas into [Pointer]s, asks the [Gesture], and does what it
/// says.
final class CanvasInput {

  /// A notch of a wheel is 40 pixels: an eighth more or less.
  private static final double WHEEL = 1.003;

  private final TopologyCanvas canvas;
  private final DesignStore store;
  private final ViewState view;
  private final DragState drag;
  private final HoverTip tip;
  private Gesture gesture = new Gesture.Idle();
  private boolean space;
  private boolean unfolded;
  private boolean along;
  private boolean shift;

  CanvasInput(TopologyCanvas canvas, DesignStore store, ViewState view, DragState drag) {
    this.canvas = canvas;
    this.store = store;
    this.view = view;
    this.drag = drag;
    this.tip = new HoverTip(canvas, store, view);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnDragDetected(event -> {
      if (gesture instanceof Gesture.Dragging || gesture instanceof Gesture.Pressed) {
        // Only a full drag is seen by the panels, which take what leaves the host.
        canvas.startFullDrag();
      }
    });
    canvas.setOnMouseDragged(event -> send(Pointer.Kind.MOVE, event));
    canvas.setOnMouseReleased(event -> send(Pointer.Kind.RELEASE, event));
    canvas.setOnMouseMoved(this::hovered);
    canvas.setOnMouseExited(event -> tip.hide());
    canvas.setOnContextMenuRequested(this::menu);
    new AutoPan(canvas, canvas.viewport(), drag, this::again);
    new FoldSpring(canvas, canvas.places(), canvas.folds(), drag, this::again);
    canvas.setOnScroll(this::scrolled);
    canvas.setOnZoom(this::pinched);
    canvas
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            space(false);
          }
        });
    canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, event -> left());
    canvas.addEventHandler(MouseDragEvent.MOUSE_DRAG_DONE, this::done);
    new PanelDrops(drag, () -> !(gesture instanceof Gesture.Idle), this::itemsAt).listenOn(canvas);
  }

  /// Space is held: a drag then moves the picture.
  void space(boolean held) {
    if (space != held) {
      space = held;
      canvas.setCursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
  }

  private List<Item> itemsAt(Point2D point) {
    return canvas.places().at(point.getX(), point.getY());
  }

  private void hovered(MouseEvent event) {
    var items = itemsAt(new Point2D(event.getX(), event.getY()));
    boolean fold = canvas.places().foldAt(event.getX(), event.getY()).isPresent();
    tip.at(items, fold, event);
    if (!space) {
      boolean movable = items.stream().findFirst().filter(Gesture::isMovable).isPresent();
      canvas.setCursor(movable || fold ? Cursor.HAND : Cursor.DEFAULT);
    }
  }

  /// A click with the right button, or the menu key.
  private void menu(ContextMenuEvent event) {
    tip.hide();
    if (drag.active()) {
      return;
    }
    if (event.isKeyboardTrigger()) {
      var chosen = List.copyOf(store.selection().get());
      canvas.openMenu(chosen, canvas.pointAt(chosen));
    } else {
      canvas.openMenu(
          itemsAt(new Point2D(event.getX(), event.getY())),
          new Point2D(event.getScreenX(), event.getScreenY()));
    }
    event.consume();
  }

  /// The picture moved under a pointer that carries.
  private void again() {
    var at = canvas.sceneToLocal(drag.pointer().get());
    var target = itemsAt(at).stream().filter(Gesture::isTarget).findFirst();
    drag.over(target, along, shift);
  }

  private void pressed(MouseEvent event) {
    canvas.requestFocus();
    canvas.closeMenu();
    WhyCost.hide();
    tip.hide();
    if (drag.active() && gesture instanceof Gesture.Idle) {
      // Carried by keyboard: a click elsewhere puts it back.
      drag.cancel();
    }
    send(Pointer.Kind.PRESS, event);
  }

  private void send(Pointer.Kind kind, MouseEvent event) {
    along = event.isShortcutDown();
    shift = event.isShiftDown();
    drag.pointer().set(new Point2D(event.getSceneX(), event.getSceneY()));
    var camera = canvas.viewport().camera();
    var point = new Point2D(event.getX(), event.getY());
    boolean inside = canvas.contains(point);
    boolean click = kind == Pointer.Kind.RELEASE && gesture instanceof Gesture.Pressed;
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
            unfolded ? 1 : event.getClickCount(),
            inside ? itemsAt(point) : List.of()),
        event.isShiftDown());
    if (click) {
      // The second click of two is on what has come out from under the first.
      unfolded = !event.isShortcutDown() && unfold(point);
      explain(event, point);
    }
  }

  /// An arc or its pill answers why its number is what it is.
  private void explain(MouseEvent event, Point2D point) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 1
        && canvas.places().flowAt(point.getX(), point.getY()).orElse(null)
            instanceof Item.OfGuest guest) {
      var screen = new Point2D(event.getScreenX(), event.getScreenY());
      WhyCost.at(canvas, screen, store, view, guest.domain());
    }
  }

  /// Unfolds what stands for others at a point; says whether anything does.
  private boolean unfold(Point2D point) {
    var parent = canvas.places().foldAt(point.getX(), point.getY());
    parent.ifPresent(canvas.folds()::toggle);
    return parent.isPresent();
  }

  private static Pointer.Button button(MouseButton button) {
    return switch (button) {
      case MIDDLE -> Pointer.Button.MIDDLE;
      case SECONDARY -> Pointer.Button.SECONDARY;
      case PRIMARY, BACK, FORWARD, NONE -> Pointer.Button.PRIMARY;
    };
  }

  private void step(Pointer pointer, boolean shift) {
    var step = gesture.on(pointer, store.selection().get());
    gesture = step.next();
    step.effects().forEach(effect -> follow(effect, shift));
    switch (gesture) {
      case Gesture.Dragging(), Gesture.Panning(_, _) -> canvas.setCursor(Cursor.CLOSED_HAND);
      case Gesture.Banding(_, _, _) -> canvas.setCursor(Cursor.CROSSHAIR);
      case Gesture.Idle(), Gesture.Pressed(_) ->
          canvas.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }
  }

  private void follow(GestureEffect effect, boolean shift) {
    switch (effect) {
      case GestureEffect.Select(var items) -> store.select(items);
      case GestureEffect.Toggle(var item) -> store.toggle(item);
      case GestureEffect.Extend(var item) -> {
        var chosen = store.selection().get();
        var from = chosen.stream().reduce((one, later) -> later).orElse(item);
        var items = new LinkedHashSet<>(chosen);
        items.addAll(SelectionRange.between(store.analysis().get(), from, item));
        store.select(items);
      }
      case GestureEffect.SelectWithin(var area, var add) -> {
        var items = new LinkedHashSet<Item>(add ? store.selection().get() : List.of());
        items.addAll(SelectionRange.banded(canvas.hits().within(area)));
        store.select(items);
      }
      case GestureEffect.Band(var area) -> canvas.band(area);
      case GestureEffect.PickUp(var items) -> drag.begin(items);
      case GestureEffect.Over(var target, var along) -> drag.over(target, along, shift);
      case GestureEffect.Drop() -> drag.drop();
      case GestureEffect.PutBack() -> drag.cancel();
      case GestureEffect.Pan(var dx, var dy) -> canvas.viewport().pan(dx, dy);
      case GestureEffect.Visit(var item) -> canvas.flyTo(item);
    }
  }

  /// In a full drag nodes under the pointer get the events, so we hear only that it left.
  private void left() {
    if (gesture instanceof Gesture.Dragging) {
      drag.over(Optional.empty(), false, false);
    }
  }

  /// Released outside the picture: a panel that wants it has taken it by now, what nobody took is
  /// put back. A release inside arrives as one of the mouse.
  private void done(MouseEvent event) {
    if (!canvas.contains(canvas.sceneToLocal(event.getSceneX(), event.getSceneY()))) {
      cancel();
    }
  }

  private void scrolled(ScrollEvent event) {
    double dx = event.getDeltaX();
    double dy = event.getDeltaY();
    if (!event.isShortcutDown() && (event.isShiftDown() || dy == 0)) {
      canvas.viewport().pan(dx + dy, 0);
    } else {
      canvas.viewport().zoomAt(event.getX(), event.getY(), Math.pow(WHEEL, dy));
    }
    tip.hide();
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    canvas.viewport().zoomAt(event.getX(), event.getY(), event.getZoomFactor());
    event.consume();
  }

  /// Gives up what is under way; says whether anything was.
  boolean cancel() {
    boolean busy = !(gesture instanceof Gesture.Idle) || drag.active();
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
            List.of()),
        false);
    drag.cancel();
    return busy;
  }

  /// Puts words on the picture out of the way.
  void hideTip() {
    tip.hide();
  }
}
