package org.numascape.app.commands;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.numascape.format.virsh.Line;

/// A line of the script; remarks are muted.
final class LineCell extends ListCell<Line> {

  private static final String REMARK = "command-remark";

  LineCell() {
    getStyleClass().addAll("mono", "command-line");
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().remove(REMARK);
    if (line == null || empty) {
      setText("");
      return;
    }
    if (line instanceof Line.Remark) {
      getStyleClass().add(REMARK);
    }
    setText(line.text());
  }
}
