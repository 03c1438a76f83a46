package org.numascape.app.problems;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;

/// Lights things up for as long as the pointer rests on a row; what is selected stays selected.
final class Spotlight {

  /// Long enough that crossing the list lights nothing up.
  private static final Duration REST = Duration.millis(250);

  private final DesignStore store;
  private final ViewState view;
  private final PauseTransition rest = new PauseTransition(REST);

  Spotlight(DesignStore store, ViewState view) {
    this.store = store;
    this.view = view;
  }

  /// Lights these up once the pointer has rested; not during a drag, which has its own light.
  void on(List<Item> items) {
    off();
    if (store.preview().get().isPresent() || items.isEmpty()) {
      return;
    }
    rest.setOnFinished(event -> view.spotlight().set(List.copyOf(items)));
    rest.playFromStart();
  }

  /// Lights nothing up any more.
  void off() {
    rest.stop();
    view.spotlight().set(List.of());
  }
}
