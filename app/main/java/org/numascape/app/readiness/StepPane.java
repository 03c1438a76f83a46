package org.numascape.app.readiness;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CopyButton;
import org.numascape.check.Fix;
import org.numascape.readiness.Step;
import org.numascape.readiness.Way;

/// All about one step: what was found and where, why it matters, how to do it and undo it.
final class StepPane extends VBox {

  private final DesignStore store;

  StepPane(DesignStore store, Step step) {
    super(10);
    this.store = store;
    getStyleClass().add("step-pane");
    getChildren().addAll(head(step), why(step));
    if (!step.points().isEmpty()) {
      getChildren().add(points(step));
    }
    if (!step.edits().isEmpty()) {
      getChildren().add(edits(step));
    }
    step.ways().forEach(way -> getChildren().add(way(step, way)));
  }

  private static Node head(Step step) {
    var found = new Label(step.found());
    found.setId("step-found");
    found.getStyleClass().add("step-found");
    found.setWrapText(true);
    found.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(found, Priority.ALWAYS);
    var row = new HBox(8, new StateIcon(step.state()), found);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Node why(Step step) {
    var why = new Label(step.topic().why());
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    return why;
  }

  /// What was looked at, its value, and the file it is from.
  private static Node points(Step step) {
    var grid = new GridPane(12, 4);
    grid.getStyleClass().add("step-points");
    var icon = new ColumnConstraints(20);
    var what = new ColumnConstraints(120, 230, 320);
    var found = new ColumnConstraints(80, 220, Double.MAX_VALUE);
    var where = new ColumnConstraints(60, 200, Double.MAX_VALUE);
    found.setHgrow(Priority.ALWAYS);
    where.setHgrow(Priority.SOMETIMES);
    grid.getColumnConstraints().addAll(icon, what, found, where);
    int row = 0;
    for (var point : step.points()) {
      grid.addRow(
          row++,
          new StateIcon(point.state()),
          wrapped(cell(point.what(), "")),
          wrapped(cell(point.found(), "point-found")),
          file(point.where()));
    }
    grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.CENTER));
    return grid;
  }

  /// What was looked at and found is read, not guessed from its beginning.
  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// The end of a path says most.
  private static Label file(String path) {
    var label = cell(path, "point-where");
    label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    return label;
  }

  private static Label cell(String text, String style) {
    var label = new Label(text);
    label.setMinWidth(0);
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    if (!text.isEmpty()) {
      label.setTooltip(new Tooltip(text));
    }
    return label;
  }

  /// What of it is an edit of the design: done here, undone like any other.
  private Node edits(Step step) {
    var buttons = new ArrayList<Node>();
    for (var fix : step.edits()) {
      buttons.add(button(fix));
    }
    var all = new FlowPane(8, 6);
    all.getChildren().addAll(buttons);
    return all;
  }

  private Button button(Fix fix) {
    var button = new Button(fix.label());
    button.getStyleClass().addAll("small", "step-edit");
    button.setTooltip(new Tooltip("Changes the design; can be undone"));
    button.setOnAction(event -> store.apply(fix.edit()));
    return button;
  }

  private static Node way(Step step, Way way) {
    var title = new Label(way.title());
    title.getStyleClass().add("way-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    String id = step.topic().key() + "-" + step.ways().indexOf(way);
    var copy = new CopyButton("Copy", "the commands", way::commands);
    copy.setId("copy-" + id);
    var undo = new CopyButton("Copy undo", "the commands that take it back", way::undo);
    undo.setId("undo-" + id);
    var head = new HBox(8, title, copy, undo);
    head.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(4, head);
    box.getStyleClass().add("way");
    if (!way.note().isEmpty()) {
      var note = new Label(way.note());
      note.setWrapText(true);
      note.setMinHeight(Region.USE_PREF_SIZE);
      note.getStyleClass().add("muted");
      box.getChildren().add(note);
    }
    box.getChildren().addAll(code(way.commands()), undoHead(), code(way.undo()));
    return box;
  }

  private static Node undoHead() {
    var label = new Label("To undo it");
    label.getStyleClass().add("way-undo");
    return label;
  }

  private static Node code(String commands) {
    var code = new Label(commands.stripTrailing());
    code.getStyleClass().addAll("mono", "code");
    code.setWrapText(true);
    code.setMinHeight(Region.USE_PREF_SIZE);
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }
}
