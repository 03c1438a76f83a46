package org.numascape.app.canvas;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.numascape.app.store.DragState;
import org.numascape.placement.DropPlan;
import org.numascape.placement.Encounter;
import org.numascape.placement.PillLine;

/// The buttons with which a person says whether vCPUs swap or share. The picture shows what the
/// button with the focus would do; arrow keys go from one to the next, Escape puts back.
final class QuestionBar extends HBox {

  private final DragState drag;

  QuestionBar(DragState drag, Encounter met) {
    super(8);
    this.drag = drag;
    setId("drop-question");
    getStyleClass().add("drop-question");
    var swap = button("Swap", "swap", met.swap());
    var share = button("Share", "share", met.share());
    var cancel = new Button("Cancel");
    cancel.setId("drop-cancel");
    cancel.setTooltip(new Tooltip("Put back where it was (Esc)"));
    cancel.setOnAction(event -> drag.cancel());
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(met.swapFirst() ? List.of(swap, share) : List.of(share, swap));
    getChildren().add(cancel);
    getChildren().getFirst().getStyleClass().add("accent");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private Button button(String title, String id, DropPlan plan) {
    String words = plan.lines().stream().map(PillLine::text).collect(Collectors.joining(", "));
    var button = new Button(title);
    button.setId("drop-" + id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(title + ": " + words);
    button
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            drag.choose(plan);
          }
        });
    button.setOnMouseEntered(event -> button.requestFocus());
    button.setOnAction(event -> {
      drag.choose(plan);
      drag.take();
    });
    return button;
  }

  /// Gives the likely answer the focus.
  void ask() {
    getChildren().getFirst().requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (!(event.getTarget() instanceof Button button)) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, UP -> step(button, -1);
      case RIGHT, DOWN -> step(button, 1);
      case TAB -> step(button, event.isShiftDown() ? -1 : 1);
      case ENTER -> button.fire();
      case ESCAPE -> drag.cancel();
      default -> {
        // Other keys are not ours; a letter must do nothing while something is asked.
        if (event.getCode() == KeyCode.SPACE || event.isShortcutDown()) {
          return;
        }
      }
    }
    event.consume();
  }

  private void step(Button from, int by) {
    int count = getChildren().size();
    getChildren().get(Math.floorMod(getChildren().indexOf(from) + by, count)).requestFocus();
  }
}
