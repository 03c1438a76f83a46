package org.numascape.drawing;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;

/// What a gesture asks its surroundings to do.
public sealed interface GestureEffect {

  /// Select exactly these; an empty list clears the selection.
  record Select(List<Item> items) implements GestureEffect {
    /// Copies the list.
    public Select {
      items = List.copyOf(items);
    }
  }

  /// Add an item to the selection, or take it out.
  record Toggle(Item item) implements GestureEffect {}

  /// Select from what was selected last to this.
  record Extend(Item item) implements GestureEffect {}

  /// Select what lies in an area; `add` keeps what is selected already.
  record SelectWithin(Rect area, boolean add) implements GestureEffect {}

  /// Show a rubber band, or none.
  record Band(Optional<Rect> area) implements GestureEffect {}

  /// Pick items up.
  record PickUp(List<Item> items) implements GestureEffect {
    /// Copies the list.
    public PickUp {
      items = List.copyOf(items);
    }
  }

  /// Show what a drop here would do; `along` moves memory with its vCPUs and the other way round.
  record Over(Optional<Item> target, boolean along) implements GestureEffect {}

  /// Put the items down.
  record Drop() implements GestureEffect {}

  /// Put everything back.
  record PutBack() implements GestureEffect {}

  /// Move the picture by pixels.
  record Pan(double dx, double dy) implements GestureEffect {}

  /// Go to an item: a double click.
  record Visit(Item item) implements GestureEffect {}
}
