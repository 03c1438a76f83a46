package org.numascape.app.canvas;

import java.util.ArrayList;
import java.util.List;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.design.Item;
import org.numascape.topology.ObjectKind;

/// What keys would change about what is carried: `S spreads otherwise, now whole cores`.
record DragHints(DesignStore store, ViewState view, DragState drag) {

  /// One line each, most telling first; none while an answer is awaited.
  List<String> lines() {
    var hints = new ArrayList<String>();
    if (drag.question().get().isPresent() || drag.plan().get().isEmpty()) {
      return hints;
    }
    if (spreads()) {
      hints.add("S: spread otherwise, now " + view.policy().get().words());
    }
    if (drag.widened()) {
      hints.add("N: only what was picked up");
    } else {
      drag.wider().ifPresent(all -> hints.add("N: all of " + all.words(store.analysis().get())));
    }
    return hints;
  }

  /// Whether there are several CPUs to choose from for something that takes one each.
  private boolean spreads() {
    boolean takers =
        drag.items().get().stream()
            .anyMatch(item -> item instanceof Item.Vcpu || item instanceof Item.WholeGuest);
    return takers && drag.target().get().filter(DragHints::several).isPresent();
  }

  private static boolean several(Item target) {
    return !(target instanceof Item.OnHost(var object)) || object.kind() != ObjectKind.PU;
  }
}
