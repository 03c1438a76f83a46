package org.numascape.app.canvas;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DragState;
import org.numascape.placement.DropPlan;

/// What follows the pointer while something is carried: a small stack of what it is, and the pill
/// that says what a release would do. Lies over the whole window and takes no clicks.
public final class DragLayer extends Pane {

  private static final double OFFSET = 18;

  private final HBox stack = new HBox();
  private final Label count = new Label();
  private final VBox pill = new VBox(3);

  /// A layer for one drag state.
  public DragLayer(DragState drag) {
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    count.getStyleClass().add("drag-count");
    stack.getChildren().add(count);
    pill.getStyleClass().add("drop-pill");
    pill.setId("drop-pill");
    getChildren().addAll(stack, pill);
    drag.items()
        .subscribe(items -> {
          setVisible(!items.isEmpty());
          count.setText(items.size() == 1 ? "1" : Integer.toString(items.size()));
        });
    drag.plan()
        .subscribe(plan -> {
          pill.getChildren().clear();
          pill.setVisible(plan.isPresent());
          plan.ifPresent(this::say);
          move(drag.pointer().get());
        });
    drag.pointer().subscribe(this::move);
  }

  private void say(DropPlan plan) {
    for (var line : plan.lines()) {
      var label = new Label(line.text());
      label.getStyleClass().add("tone-" + line.tone().name().toLowerCase(java.util.Locale.ROOT));
      pill.getChildren().add(label);
    }
    pill.setAccessibleText(
        String.join(", ", plan.lines().stream().map(line -> line.text()).toList()));
  }

  private void move(Point2D scene) {
    var parent = getParent();
    if (parent == null || !isVisible()) {
      return;
    }
    Point2D here = sceneToLocal(scene);
    stack.autosize();
    stack.relocate(here.getX() + 4, here.getY() + 2);
    pill.applyCss();
    pill.autosize();
    double right = parent.getLayoutBounds().getWidth() - pill.getWidth() - 8;
    double bottom = parent.getLayoutBounds().getHeight() - pill.getHeight() - 8;
    pill.relocate(
        Math.clamp(here.getX() + OFFSET, 8, Math.max(8, right)),
        Math.clamp(here.getY() + OFFSET, 8, Math.max(8, bottom)));
  }
}
