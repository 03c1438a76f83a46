package org.numascape.app.hostplan;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.numascape.app.widget.CopyButton;
import org.numascape.readiness.Way;

/// The commands that bring a part of the plan about on the host, one way at a time, and beside them
/// those that take it back.
final class WaysPane extends VBox {

  private final Supplier<List<Way>> ways;
  private final ComboBox<Way> choice = new ComboBox<>();
  private final TextArea commands = new TextArea();
  private final TextArea undo = new TextArea();
  private final Label note = new Label();

  /// @param ways the ways there are now; none where nothing is to be done
  WaysPane(String id, Live live, Supplier<List<Way>> ways) {
    super(6);
    this.ways = ways;
    choice.setId(id);
    choice.setAccessibleText("Way to do it on the host");
    choice.setConverter(new Titles());
    choice.valueProperty().subscribe(way -> show(way));
    var title = new Label("On the host, as root");
    title.getStyleClass().add("plan-section");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(10, title, choice);
    head.setAlignment(Pos.CENTER_LEFT);
    commands.setId(id + "-commands");
    undo.setId(id + "-undo");
    var both =
        new HBox(
            12,
            headed("To do it", "the commands", commands),
            headed("To take it back", "what takes it back", undo));
    VBox.setVgrow(both, Priority.ALWAYS);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("muted");
    getChildren().addAll(head, both, note);
    live.follow(this::fill);
  }

  private static Node headed(String title, String what, TextArea text) {
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.setAccessibleText(title);
    text.setPrefRowCount(6);
    text.setPrefColumnCount(20);
    VBox.setVgrow(text, Priority.ALWAYS);
    var label = new Label(title);
    label.getStyleClass().add("plan-column");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    var head = new HBox(8, label, new CopyButton("Copy", what, text::getText));
    head.setAlignment(Pos.CENTER_LEFT);
    var part = new VBox(4, head, text);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  private static final class Titles extends StringConverter<Way> {
    @Override
    public String toString(@Nullable Way way) {
      return way == null ? "" : way.title();
    }

    @Override
    public Way fromString(String title) {
      throw new UnsupportedOperationException("ways are chosen, not typed");
    }
  }

  private void fill() {
    var all = ways.get();
    setVisible(!all.isEmpty());
    if (choice.getItems().equals(all)) {
      return;
    }
    int at = Math.max(0, choice.getSelectionModel().getSelectedIndex());
    choice.getItems().setAll(all);
    if (!all.isEmpty()) {
      choice.getSelectionModel().select(Math.min(at, all.size() - 1));
    }
  }

  private void show(@Nullable Way way) {
    commands.setText(way == null ? "" : way.commands());
    undo.setText(way == null ? "" : way.undo());
    note.setText(way == null ? "" : way.note());
  }
}
