package org.numascape.app.hostplan;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.numascape.design.Lane;

/// A lane as two lines: its name, and what it keeps.
final class LaneCell extends ListCell<Lane> {

  private final Label name = new Label();
  private final Label kept = new Label();
  private final VBox lines = new VBox(1, name, kept);

  LaneCell() {
    getStyleClass().add("lane-cell");
    name.getStyleClass().add("lane-name");
    kept.getStyleClass().add("lane-kept");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Lane lane, boolean empty) {
    super.updateItem(lane, empty);
    if (empty || lane == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    String title = lane.host() ? lane.kind().title() : lane.name();
    String words = lane.keepsNothing() ? "nothing yet" : lane.words();
    name.setText(title);
    kept.setText(words);
    setTooltip(new Tooltip(title + ": " + words));
    setAccessibleText(title + " keeps " + words);
    setGraphic(lines);
  }
}
