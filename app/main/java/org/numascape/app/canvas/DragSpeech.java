package org.numascape.app.canvas;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.DragState;
import org.numascape.app.store.ViewState;
import org.numascape.drawing.Hover;
import org.numascape.placement.PillLine;

/// Lets a screen reader hear what the pill shows, and what became of it: once for everything that
/// changes at a time.
final class DragSpeech {

  private final DesignStore store;
  private final DragState drag;
  private final DragHints hints;
  private final Consumer<String> say;
  private boolean due;
  private boolean carrying;
  private int steps;

  /// @param say speaks
  DragSpeech(DesignStore store, ViewState view, DragState drag, Consumer<String> say) {
    this.store = store;
    this.drag = drag;
    this.hints = new DragHints(store, view, drag);
    this.say = say;
    for (ObservableValue<?> told :
        List.of(
            drag.items(),
            drag.target(),
            drag.plan(),
            drag.planning(),
            drag.question(),
            view.policy())) {
      told.subscribe(value -> later());
    }
  }

  private void later() {
    if (!due && (carrying || drag.active())) {
      due = true;
      Platform.runLater(() -> {
        due = false;
        speak();
      });
    }
  }

  private void speak() {
    int now = store.history().get().past().size();
    if (!drag.active()) {
      if (carrying) {
        carrying = false;
        say.accept(now > steps ? store.history().get().undoLabel().orElse("Done") : "Put back");
      }
      return;
    }
    if (!carrying) {
      carrying = true;
      steps = now;
    }
    if (!drag.planning().get()) {
      say.accept(words());
    }
  }

  private String words() {
    var target = drag.target().get();
    String where =
        target.map(item -> Hover.words(store.analysis().get(), List.of(item)) + ": ").orElse("");
    String asked =
        drag.question().get().map(met -> met.words() + " is taken, swap or share? ").orElse("");
    String outcome =
        drag.plan()
            .get()
            .map(plan ->
                Stream.concat(plan.lines().stream().map(PillLine::text), hints.lines().stream())
                    .collect(Collectors.joining(", ")))
            .orElse(target.isPresent() ? "nothing can be put here" : "over nothing");
    return where + asked + outcome;
  }
}
