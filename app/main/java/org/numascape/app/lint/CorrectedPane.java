package org.numascape.app.lint;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.DiffView;
import org.numascape.apply.XmlDiff;
import org.numascape.lint.Corrected;

/// The text with everything corrected that a program can correct: what that changes, line by line,
/// and ways to take it over.
final class CorrectedPane extends VBox {

  private final DiffView difference = new DiffView();
  private final Label left = new Label();
  private final Button take = new Button("Put it in the text");
  private Optional<Corrected> shown = Optional.empty();

  /// @param taken hears the corrected text that shall replace the other
  CorrectedPane(Consumer<String> taken) {
    super(8);
    getStyleClass().add("lint-corrected");
    left.setId("lint-left");
    left.setWrapText(true);
    left.setMinHeight(USE_PREF_SIZE);
    left.getStyleClass().add("muted");
    difference.setId("lint-difference");
    difference.setAccessibleText("What the correction changes, line by line");
    difference.setPlaceholder(new Label("Nothing a program could correct."));
    VBox.setVgrow(difference, Priority.ALWAYS);
    var copy =
        new CopyButton("Copy", "the corrected text", () -> shown.map(Corrected::text).orElse(""));
    copy.setId("lint-copy");
    take.setId("lint-take");
    take.getStyleClass().add("small");
    take.setTooltip(
        new Tooltip("Replaces the text at the left by the corrected one; Ctrl+Z there"));
    take.setOnAction(event -> shown.map(Corrected::text).ifPresent(taken));
    var bar = new HBox(8, copy, take);
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(left, difference, bar);
  }

  /// Shows a corrected text, and how it differs.
  void show(Corrected corrected, XmlDiff changes) {
    shown = Optional.of(corrected);
    difference.show(changes);
    take.setDisable(changes.isEmpty());
    left.setText(leftOver(corrected));
  }

  /// Shows nothing.
  void clear() {
    shown = Optional.empty();
    difference.show(XmlDiff.of("", ""));
    take.setDisable(true);
    left.setText("");
  }

  private static String leftOver(Corrected now) {
    if (now.done().isEmpty() && now.left().isEmpty()) {
      return "Nothing to correct.";
    }
    String done = now.done().size() + (now.done().size() == 1 ? " mistake" : " mistakes");
    return now.left().isEmpty()
        ? done + " corrected, none left."
        : done + " corrected; " + now.left().size() + " left, which no program can correct.";
  }
}
