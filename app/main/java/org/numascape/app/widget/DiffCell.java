package org.numascape.app.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.numascape.apply.XmlDiff;

/// A line of a difference: its numbers before and after, its sign, its text.
final class DiffCell extends ListCell<DiffRow> {

  private static final String ADDED = "diff-added";
  private static final String REMOVED = "diff-removed";
  private static final String GAP = "diff-gap";

  private final Label before = label("diff-number");
  private final Label after = label("diff-number");
  private final Label sign = label("diff-sign");
  private final Label text = label("diff-text");
  private final HBox row = new HBox(before, after, sign, text);

  DiffCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(null);
    setText("");
  }

  private static Label label(String style) {
    var label = new Label();
    label.getStyleClass().addAll("mono", style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  @Override
  protected void updateItem(@Nullable DiffRow item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().removeAll(ADDED, REMOVED, GAP);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    switch (item) {
      case DiffRow.Gap(int lines) -> gap(lines);
      case DiffRow.Text(var line) -> line(line);
    }
    setGraphic(row);
  }

  private void gap(int lines) {
    getStyleClass().add(GAP);
    before.setText("⋯");
    after.setText("");
    sign.setText("");
    text.setText(lines + (lines == 1 ? " line stays as it is" : " lines stay as they are"));
    setAccessibleText(text.getText());
  }

  private void line(XmlDiff.Line line) {
    before.setText(line.before() == 0 ? "" : Integer.toString(line.before()));
    after.setText(line.after() == 0 ? "" : Integer.toString(line.after()));
    text.setText(line.text());
    switch (line.kind()) {
      case SAME -> sign.setText("");
      case ADDED -> {
        sign.setText("+");
        getStyleClass().add(ADDED);
      }
      case REMOVED -> {
        sign.setText("−");
        getStyleClass().add(REMOVED);
      }
    }
    setAccessibleText(
        switch (line.kind()) {
          case SAME -> line.text();
          case ADDED -> "added: " + line.text();
          case REMOVED -> "removed: " + line.text();
        });
  }
}
