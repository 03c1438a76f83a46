package org.numascape.app.hostplan;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.numascape.analysis.Analysis;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.OnScreen;

/// Parts of a page that follow the facts of the design for as long as the page is on the screen.
final class Live {

  private final DesignStore store;
  private final List<Runnable> parts = new ArrayList<>();

  /// @param page what has to be on the screen
  Live(DesignStore store, Node page) {
    this.store = store;
    store.analysis().when(OnScreen.of(page)).subscribe(facts -> run());
  }

  /// The facts of the design now.
  Analysis facts() {
    return store.analysis().get();
  }

  /// Runs now and after every change.
  void follow(Runnable part) {
    parts.add(part);
    part.run();
  }

  /// Runs everything that follows.
  void run() {
    List.copyOf(parts).forEach(Runnable::run);
  }
}
