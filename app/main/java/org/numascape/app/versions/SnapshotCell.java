package org.numascape.app.versions;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.widget.Times;
import org.numascape.design.Snapshot;

/// A snapshot as one row: its name, and when it was taken.
final class SnapshotCell extends ListCell<Snapshot> {

  private final Label name = new Label();
  private final Label time = new Label();
  private final HBox row;

  /// @param restore puts a snapshot back
  SnapshotCell(Runnable restore) {
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    time.getStyleClass().add("step-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    row = new HBox(8, new FontIcon(Material2AL.BOOKMARK_BORDER), name, time);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("step-cell");
    setPrefWidth(0);
    setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && getItem() != null) {
        restore.run();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Snapshot snapshot, boolean empty) {
    super.updateItem(snapshot, empty);
    if (empty || snapshot == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    String taken = Times.ofCalendar(snapshot.taken());
    name.setText(snapshot.name());
    time.setText(taken);
    setTooltip(new Tooltip(snapshot.name() + "\nTaken " + taken));
    setAccessibleText("Snapshot " + snapshot.name() + ", taken " + taken);
    setGraphic(row);
  }
}
