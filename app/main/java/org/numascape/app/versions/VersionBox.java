package org.numascape.app.versions;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Chooses one of the versions there are.
final class VersionBox extends ComboBox<Version> {

  VersionBox(String id, String what) {
    setId(id);
    setAccessibleText(what);
    setMinWidth(140);
    setPrefWidth(320);
    setMaxWidth(420);
    setVisibleRowCount(14);
    setCellFactory(view -> new Entry(true));
    setButtonCell(new Entry(false));
  }

  /// Chooses a version, adding it where it is none of the list.
  void choose(Version version) {
    var known =
        getItems().stream()
            .filter(one -> one.group().equals(version.group()))
            .filter(one -> one.label().equals(version.label()))
            .findFirst();
    if (known.isEmpty()) {
      getItems().add(version);
    }
    setValue(known.orElse(version));
  }

  private static final class Entry extends ListCell<Version> {
    private final boolean grouped;

    Entry(boolean grouped) {
      this.grouped = grouped;
    }

    @Override
    protected void updateItem(@Nullable Version version, boolean empty) {
      super.updateItem(version, empty);
      setText("");
      if (empty || version == null) {
        setGraphic(null);
        return;
      }
      var label = new Label(version.label());
      label.setMinWidth(0);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      var row = new HBox(12, label);
      row.setAlignment(Pos.CENTER_LEFT);
      if (grouped) {
        var group = new Label(version.group());
        group.getStyleClass().add("step-time");
        group.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(group);
      }
      setGraphic(row);
      setAccessibleText(version.label());
    }
  }
}
