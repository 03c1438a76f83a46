package org.numascape.app.changes;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.widget.GuestStripe;

/// A guest that is changed: its name, the changes in words, a way back.
final class EntryCell extends ListCell<Entry> {

  private final Consumer<Entry> revert;

  EntryCell(Consumer<Entry> revert) {
    this.revert = revert;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    setText("");
    if (entry == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    setGraphic(card(entry));
    setAccessibleText(entry.name() + ": " + String.join(", ", entry.words()));
  }

  private Node card(Entry entry) {
    var name = new Label(entry.name());
    name.getStyleClass().add("change-name");
    name.setTooltip(new Tooltip(entry.name()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var back = new Button("Revert", new FontIcon(Material2MZ.UNDO));
    back.getStyleClass().addAll("small", "flat");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setTooltip(
        new Tooltip("Set " + entry.name() + " back to what was read; this can be undone"));
    back.setAccessibleText("Revert " + entry.name());
    back.setOnAction(event -> revert.accept(entry));
    var head = new HBox(8, name, gap, back);
    head.setAlignment(Pos.CENTER_LEFT);
    var lines = new VBox(2, head);
    for (String words : entry.words()) {
      var line = new Label(words);
      line.getStyleClass().add("change-line");
      line.setTooltip(new Tooltip(words));
      lines.getChildren().add(line);
    }
    HBox.setHgrow(lines, Priority.ALWAYS);
    return new HBox(12, stripe(entry), lines);
  }

  private static Node stripe(Entry entry) {
    return switch (entry) {
      case Entry.Pools _ -> GuestStripe.none();
      case Entry.OfGuest(var plan) -> new GuestStripe(plan.guest().colour());
    };
  }
}
