package org.numascape.app.problems;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Item;

/// Lights things up for as long as the pointer rests on a row, then gives the selection back.
final class Spotlight {

  /// Long enough that crossing the list lights nothing up.
  private static final Duration REST = Duration.millis(250);

  private final DesignStore store;
  private final PauseTransition rest = new PauseTransition(REST);
  private Set<Item> before = Set.of();
  private Set<Item> lit = Set.of();

  Spotlight(DesignStore store) {
    this.store = store;
  }

  /// Lights these up once the pointer has rested; not during a drag, which has its own light.
  void on(List<Item> items) {
    off();
    if (store.preview().get().isPresent() || items.isEmpty()) {
      return;
    }
    rest.setOnFinished(event -> {
      before = store.selection().get();
      lit = new LinkedHashSet<>(items);
      store.select(items);
    });
    rest.playFromStart();
  }

  /// Gives back what was selected before, unless someone has selected something else since.
  void off() {
    rest.stop();
    if (!lit.isEmpty() && store.selection().get().equals(lit)) {
      store.select(before);
    }
    lit = Set.of();
  }
}
