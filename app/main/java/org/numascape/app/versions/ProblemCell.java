package org.numascape.app.versions;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A problem that comes or goes, as one row.
final class ProblemCell extends ListCell<ProblemRow> {

  private final Label fate = new Label();
  private final Label words = new Label();
  private final HBox row = new HBox(8, fate, words);

  ProblemCell() {
    fate.setMinWidth(Region.USE_PREF_SIZE);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ProblemRow problem, boolean empty) {
    super.updateItem(problem, empty);
    if (empty || problem == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    String word = problem.fate().name().toLowerCase(Locale.ROOT);
    fate.getStyleClass().setAll("label", "problem-fate", "problem-" + word);
    fate.setText(problem.fate().word());
    words.setText(problem.words());
    var tip = new Tooltip(problem.words());
    tip.setWrapText(true);
    tip.setMaxWidth(520);
    setTooltip(tip);
    setAccessibleText(problem.fate().word() + ": " + problem.words());
    setGraphic(row);
  }
}
