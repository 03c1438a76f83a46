package org.numascape.app.versions;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.Times;

/// A state of the session as one row: the present one has an arrow, undone ones are faint.
final class StepCell extends ListCell<StepRow> {

  private final FontIcon icon = new FontIcon(Material2AL.ARROW_RIGHT);
  private final Label label = new Label();
  private final Label time = new Label();
  private final HBox row;

  /// @param jump leads to a state
  StepCell(java.util.function.IntConsumer jump) {
    var glyph = new StackPane(icon);
    glyph.setMinWidth(18);
    glyph.setMaxWidth(18);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    time.getStyleClass().add("step-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    row = new HBox(6, glyph, label, time);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("step-cell");
    setPrefWidth(0);
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
        jump.accept(getItem().edits());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable StepRow step, boolean empty) {
    super.updateItem(step, empty);
    getStyleClass().removeAll("step-past", "step-present", "step-undone");
    if (empty || step == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    getStyleClass().add("step-" + step.when().name().toLowerCase(Locale.ROOT));
    icon.setIconCode(
        switch (step.when()) {
          case PAST -> Material2AL.FIBER_MANUAL_RECORD;
          case PRESENT -> Material2AL.ARROW_RIGHT;
          case UNDONE -> Material2MZ.PANORAMA_FISH_EYE;
        });
    label.setText(step.label());
    time.setText(Times.ofDay(step.at()));
    setTooltip(
        new Tooltip(
            step.label()
                + switch (step.when()) {
                  case PAST -> "\nClick or Enter: go back to the state after this";
                  case PRESENT -> "\nThe present state";
                  case UNDONE -> "\nUndone. Click or Enter: go forward to the state after this";
                }));
    setAccessibleText(step.words());
    setGraphic(row);
  }
}
