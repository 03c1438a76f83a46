package org.numascape.app.compare;

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
import org.numascape.comparison.Difference;

/// A difference as one row: how much it matters, its topic, what it is, then and now.
final class DifferenceCell extends ListCell<Difference> {

  private final FontIcon icon = new FontIcon();
  private final Label topic = words("difference-topic", 112);
  private final Label what = words("difference-what", 220);
  private final Label before = words("difference-value", 120);
  private final Label after = words("difference-value", 120);
  private final HBox row;

  DifferenceCell() {
    var arrow = new Label("→");
    arrow.getStyleClass().add("muted");
    arrow.setMinWidth(Region.USE_PREF_SIZE);
    topic.setMaxWidth(112);
    for (var label : new Label[] {what, before, after}) {
      HBox.setHgrow(label, Priority.ALWAYS);
      label.setMaxWidth(Double.MAX_VALUE);
    }
    var glyph = new StackPane(icon);
    glyph.setMinWidth(16);
    glyph.setMaxWidth(16);
    row = new HBox(10, glyph, topic, what, before, arrow, after);
    row.setAlignment(Pos.CENTER_LEFT);
    // No wider than the list, so that long words end in an ellipsis.
    setPrefWidth(0);
  }

  private static Label words(String style, double width) {
    var label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    label.setPrefWidth(width);
    return label;
  }

  @Override
  protected void updateItem(@Nullable Difference difference, boolean empty) {
    super.updateItem(difference, empty);
    if (empty || difference == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    icon.setIconCode(
        switch (difference.weight()) {
          case DECISIVE -> Material2MZ.PRIORITY_HIGH;
          case NOTABLE -> Material2MZ.REMOVE;
          case MINOR -> Material2AL.FIBER_MANUAL_RECORD;
        });
    icon.getStyleClass()
        .setAll(
            "ikonli-font-icon",
            "weight-" + difference.weight().name().toLowerCase(java.util.Locale.ROOT));
    topic.setText(difference.topic().title());
    what.setText(difference.what());
    before.setText(difference.before());
    after.setText(difference.after());
    setTooltip(new Tooltip(weight(difference) + "\n" + difference.sentence()));
    setAccessibleText(difference.topic().title() + ", " + difference.sentence());
    setGraphic(row);
  }

  private static String weight(Difference difference) {
    return switch (difference.weight()) {
      case DECISIVE -> "A placement made for one host does not fit the other";
      case NOTABLE -> "May run faster or slower";
      case MINOR -> "Good to know";
    };
  }
}
