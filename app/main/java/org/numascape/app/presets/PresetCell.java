package org.numascape.app.presets;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.numascape.placement.Preset;

/// A preset in the list: its name and a line on what it does.
final class PresetCell extends ListCell<Preset> {

  private final Label title = new Label();
  private final Label words = new Label();
  private final VBox both = new VBox(2, title, words);

  PresetCell() {
    title.getStyleClass().add("preset-title");
    words.getStyleClass().addAll("muted", "small-text");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Preset preset, boolean empty) {
    super.updateItem(preset, empty);
    if (preset == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    setId("preset-" + preset.option());
    title.setText(preset.title());
    words.setText(preset.words());
    setAccessibleText(preset.title() + ": " + preset.words());
    setGraphic(both);
  }
}
