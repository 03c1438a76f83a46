package org.numascape.app.canvas;

import java.util.List;
import java.util.Optional;
import org.numascape.design.Item;
import org.numascape.drawing.Rect;

/// Moves the camera to things, and unfolds what hides them first.
final class Travel {

  /// How much of its surroundings is seen around an item at least, in drawing units.
  private static final double AROUND = 60;

  private final Places places;
  private final Viewport viewport;
  private final Folds folds;
  private Optional<Item> awaited = Optional.empty();

  Travel(Places places, Viewport viewport, Folds folds) {
    this.places = places;
    this.viewport = viewport;
    this.folds = folds;
  }

  /// Moves so that an item is well in sight; one that is folded away is unfolded first, and flown
  /// to once it is drawn.
  void to(Item item) {
    var area = places.around(item);
    if (area.isEmpty() && folds.open(item)) {
      awaited = Optional.of(item);
    }
    area.map(Travel::withSurroundings).ifPresent(viewport::flyTo);
  }

  /// Moves so that all of several items are well in sight; where all are folded away, the first is
  /// unfolded.
  void to(List<Item> items) {
    items.stream()
        .flatMap(item -> places.around(item).stream())
        .reduce(Rect::union)
        .map(Travel::withSurroundings)
        .ifPresentOrElse(viewport::flyTo, () -> items.stream().findFirst().ifPresent(this::to));
  }

  /// Moves where some of several items are out of sight or too small to be read.
  void reveal(List<Item> items) {
    var areas = items.stream().flatMap(item -> places.around(item).stream()).toList();
    if (areas.isEmpty() || !areas.stream().allMatch(viewport::shows)) {
      to(items);
    }
  }

  /// Moves where an item is out of sight.
  void reveal(Item item) {
    var seen = viewport.visible();
    places.around(item).filter(area -> !seen.contains(area)).ifPresent(area -> to(item));
  }

  /// Another picture is drawn: whoever waited for it goes on.
  void drawn() {
    var next = awaited;
    awaited = Optional.empty();
    next.ifPresent(this::to);
  }

  private static Rect withSurroundings(Rect area) {
    double aside = Math.max(AROUND, 0.1 * area.width());
    double above = Math.max(AROUND, 0.1 * area.height());
    return new Rect(
        area.x() - aside, area.y() - above, area.width() + 2 * aside, area.height() + 2 * above);
  }
}
