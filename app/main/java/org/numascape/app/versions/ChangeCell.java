package org.numascape.app.versions;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.GuestStripe;
import org.numascape.comparison.Weight;

/// A line of a comparison: a heading, or something that differs, with how much it matters.
final class ChangeCell extends ListCell<ChangeRow> {

  ChangeCell() {
    getStyleClass().add("change-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ChangeRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove("change-heading");
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    switch (row) {
      case ChangeRow.Heading heading -> heading(heading);
      case ChangeRow.Line line -> line(line);
    }
  }

  private void heading(ChangeRow.Heading heading) {
    getStyleClass().add("change-heading");
    var words = label(heading.words());
    var row =
        new HBox(
            8,
            heading.colour().isPresent()
                ? new GuestStripe(heading.colour().getAsInt())
                : GuestStripe.none(),
            words);
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setTooltip(null);
    setAccessibleText(heading.words());
  }

  private void line(ChangeRow.Line line) {
    var glyph = new StackPane(icon(line.weight()));
    glyph.setMinWidth(16);
    glyph.setMaxWidth(16);
    var row = new HBox(8, glyph, label(line.words()));
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setTooltip(new Tooltip(words(line.weight()) + "\n" + line.words()));
    setAccessibleText(line.words());
  }

  private static Label label(String text) {
    var label = new Label(text);
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private static FontIcon icon(Weight weight) {
    var icon =
        new FontIcon(
            switch (weight) {
              case DECISIVE -> Material2MZ.PRIORITY_HIGH;
              case NOTABLE -> Material2MZ.REMOVE;
              case MINOR -> Material2AL.FIBER_MANUAL_RECORD;
            });
    icon.getStyleClass().add("weight-" + weight.name().toLowerCase(Locale.ROOT));
    return icon;
  }

  private static String words(Weight weight) {
    return switch (weight) {
      case DECISIVE -> "Decides where a machine runs, or whether it starts";
      case NOTABLE -> "May run faster or slower";
      case MINOR -> "Good to know";
    };
  }
}
