package org.numascape.app.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A host as one row: its name, and at the right where it comes from.
final class HostChoiceCell extends ListCell<HostChoice> {

  private final Label name = new Label();
  private final Label group = new Label();
  private final HBox row = new HBox(8, name, group);

  HostChoiceCell() {
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    group.setMinWidth(Region.USE_PREF_SIZE);
    group.getStyleClass().addAll("muted", "small-text");
    row.setAlignment(Pos.CENTER_LEFT);
    // No wider than the list, so that long names end in an ellipsis.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable HostChoice choice, boolean empty) {
    super.updateItem(choice, empty);
    if (empty || choice == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    name.setText(choice.label());
    group.setText(choice.group());
    setTooltip(new Tooltip(choice.label() + "\n" + choice.group()));
    setAccessibleText(choice.label() + ", " + choice.group());
    setGraphic(row);
  }
}
