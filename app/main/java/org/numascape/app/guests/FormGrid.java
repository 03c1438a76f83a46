package org.numascape.app.guests;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lines of a dialog: a word, and what it asks for.
final class FormGrid extends GridPane {

  FormGrid() {
    super(12, 8);
    setPadding(new Insets(12, 13, 4, 13));
    var words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    var controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    controls.setFillWidth(true);
    getColumnConstraints().addAll(words, controls);
  }

  /// A line.
  void line(String words, Region control, String help) {
    var label = new Label(words);
    label.setLabelFor(control);
    GridPane.setValignment(label, VPos.CENTER);
    control.setMaxWidth(Double.MAX_VALUE);
    control.setAccessibleText(words + ". " + help);
    addRow(getRowCount(), label, control);
  }

  /// Words or a control below the last line's control.
  void below(Node node) {
    add(node, 1, getRowCount());
  }

  /// Something over the whole width.
  void wide(Node node) {
    add(node, 0, getRowCount(), 2, 1);
  }

  /// Words in as many lines as they need, never fewer than `lines`: a dialog does not grow once it
  /// is shown.
  static Label words(String id, int lines, String... styles) {
    var words = new Label();
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(lines * 18.0);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setAlignment(Pos.TOP_LEFT);
    words.getStyleClass().addAll(styles);
    return words;
  }
}
