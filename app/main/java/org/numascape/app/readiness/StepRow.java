package org.numascape.app.readiness;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.numascape.readiness.Step;
import org.numascape.readiness.StepState;

/// A step as one row: how far it is, its name, what was found.
final class StepRow extends ListCell<Step> {

  private final StateIcon icon = new StateIcon(StepState.UNKNOWN);
  private final Label number = new Label();
  private final Label title = new Label();
  private final Label state = new Label();
  private final HBox row = new HBox(8, icon, number, title, state);

  StepRow() {
    row.setAlignment(Pos.CENTER_LEFT);
    number.getStyleClass().add("step-number");
    number.setMinWidth(14);
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    state.getStyleClass().add("step-state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("step-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Step step, boolean empty) {
    super.updateItem(step, empty);
    if (empty || step == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    icon.show(step.state());
    number.setText(Integer.toString(step.number()));
    title.setText(step.topic().title());
    state.setText(step.state().words());
    setTooltip(new Tooltip(step.topic().title() + "\n" + step.found()));
    setAccessibleText(
        "Step "
            + step.number()
            + ", "
            + step.topic().title()
            + ": "
            + step.state().words()
            + ". "
            + step.found());
    setGraphic(row);
  }
}
