package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.numascape.design.Item;

/// What the pointer is in the middle of. A pure state machine: each pointer event gives the next
/// state and what shall happen, so that every drag can be tested without a window.
public sealed interface Gesture {

  /// How far a pressed pointer travels, in pixels, before it drags.
  double SLACK = 4;

  /// The next state and what shall happen now.
  record Step(Gesture next, List<GestureEffect> effects) {
    /// Copies the list.
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /// Nothing under way.
  record Idle() implements Gesture {}

  /// A button is down and has not travelled.
  record Pressed(Pointer at) implements Gesture {}

  /// Items are being carried.
  record Dragging() implements Gesture {}

  /// A rubber band is being pulled from a corner, in drawing units.
  record Banding(double x, double y, boolean add) implements Gesture {}

  /// The picture is being moved; the last position in pixels.
  record Panning(double screenX, double screenY) implements Gesture {}

  /// Takes one pointer event; `selection` is what is selected now.
  default Step on(Pointer pointer, Set<Item> selection) {
    if (pointer.kind() == Pointer.Kind.CANCEL) {
      return cancelled();
    }
    return switch (this) {
      case Idle() -> pressed(pointer);
      case Pressed(var at) -> fromPressed(at, pointer, selection);
      case Dragging() -> dragging(pointer);
      case Banding(var x, var y, var add) -> banding(x, y, add, pointer);
      case Panning(var x, var y) -> panning(x, y, pointer);
    };
  }

  private Step cancelled() {
    return switch (this) {
      case Dragging() -> new Step(new Idle(), List.of(new GestureEffect.PutBack()));
      case Banding(_, _, _) ->
          new Step(new Idle(), List.of(new GestureEffect.Band(Optional.empty())));
      case Idle(), Pressed(_), Panning(_, _) -> new Step(new Idle(), List.of());
    };
  }

  private Step pressed(Pointer pointer) {
    if (pointer.kind() != Pointer.Kind.PRESS) {
      return new Step(this, List.of());
    }
    boolean moves =
        pointer.button() == Pointer.Button.MIDDLE
            || (pointer.button() == Pointer.Button.PRIMARY && pointer.space());
    if (moves) {
      return new Step(new Panning(pointer.screenX(), pointer.screenY()), List.of());
    }
    return pointer.button() == Pointer.Button.PRIMARY
        ? new Step(new Pressed(pointer), List.of())
        : new Step(this, List.of());
  }

  private Step fromPressed(Pointer at, Pointer pointer, Set<Item> selection) {
    return switch (pointer.kind()) {
      case PRESS -> new Step(new Pressed(pointer), List.of());
      case RELEASE -> new Step(new Idle(), clicked(at));
      case CANCEL -> cancelled();
      case MOVE -> {
        double travelled =
            Math.hypot(pointer.screenX() - at.screenX(), pointer.screenY() - at.screenY());
        if (travelled <= SLACK) {
          yield new Step(this, List.of());
        }
        yield movable(at)
            .map(item -> pickUp(item, pointer, selection))
            .orElseGet(() ->
                new Step(
                    new Banding(at.x(), at.y(), at.ctrl() || at.shift()),
                    List.of(new GestureEffect.Band(Optional.of(area(at.x(), at.y(), pointer))))));
      }
    };
  }

  private static Step pickUp(Item item, Pointer pointer, Set<Item> selection) {
    List<Item> items =
        selection.contains(item)
            ? selection.stream().filter(Gesture::isMovable).toList()
            : List.of(item);
    return new Step(new Dragging(), List.of(new GestureEffect.PickUp(items), over(pointer)));
  }

  private static List<GestureEffect> clicked(Pointer at) {
    var first = at.hits().stream().findFirst();
    if (first.isEmpty()) {
      return at.ctrl() ? List.of() : List.of(new GestureEffect.Select(List.of()));
    }
    if (at.ctrl()) {
      return List.of(new GestureEffect.Toggle(first.get()));
    }
    if (at.shift()) {
      return List.of(new GestureEffect.Extend(first.get()));
    }
    var select = new GestureEffect.Select(List.of(first.get()));
    return at.clicks() == 2
        ? List.of(select, new GestureEffect.Visit(first.get()))
        : List.of(select);
  }

  private Step dragging(Pointer pointer) {
    return switch (pointer.kind()) {
      case MOVE -> new Step(this, List.of(over(pointer)));
      case RELEASE -> new Step(new Idle(), List.of(over(pointer), new GestureEffect.Drop()));
      case PRESS -> new Step(this, List.of());
      case CANCEL -> cancelled();
    };
  }

  private static GestureEffect over(Pointer pointer) {
    Optional<Item> target = pointer.hits().stream().filter(Gesture::isTarget).findFirst();
    return new GestureEffect.Over(target, pointer.ctrl());
  }

  private Step banding(double x, double y, boolean add, Pointer pointer) {
    return switch (pointer.kind()) {
      case MOVE ->
          new Step(this, List.of(new GestureEffect.Band(Optional.of(area(x, y, pointer)))));
      case RELEASE ->
          new Step(
              new Idle(),
              List.of(
                  new GestureEffect.Band(Optional.empty()),
                  new GestureEffect.SelectWithin(area(x, y, pointer), add)));
      case PRESS -> new Step(this, List.of());
      case CANCEL -> cancelled();
    };
  }

  private Step panning(double x, double y, Pointer pointer) {
    return switch (pointer.kind()) {
      case MOVE ->
          new Step(
              new Panning(pointer.screenX(), pointer.screenY()),
              List.of(new GestureEffect.Pan(pointer.screenX() - x, pointer.screenY() - y)));
      case RELEASE -> new Step(new Idle(), List.of());
      case PRESS -> new Step(this, List.of());
      case CANCEL -> cancelled();
    };
  }

  private static Rect area(double x, double y, Pointer pointer) {
    return new Rect(
        Math.min(x, pointer.x()),
        Math.min(y, pointer.y()),
        Math.abs(pointer.x() - x),
        Math.abs(pointer.y() - y));
  }

  private static Optional<Item> movable(Pointer at) {
    return at.hits().stream().findFirst().filter(Gesture::isMovable);
  }

  /// Whether an item can be carried.
  static boolean isMovable(Item item) {
    return switch (item) {
      case Item.Vcpu _ -> true;
      case Item.Cell _ -> true;
      case Item.Emulator _ -> true;
      case Item.IoThread _ -> true;
      case Item.WholeGuest _ -> true;
      case Item.Device _ -> false;
      case Item.OnHost _ -> false;
      case Item.NodeMemory _ -> false;
    };
  }

  /// Whether an item can take a drop.
  static boolean isTarget(Item item) {
    return switch (item) {
      case Item.OnHost _ -> true;
      case Item.NodeMemory _ -> true;
      case Item.OfGuest _ -> false;
    };
  }
}
