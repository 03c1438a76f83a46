package org.numascape.app.lint;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.lint.Finding;
import org.numascape.lint.LintReport;
import org.numascape.lint.LintText;

/// A finding: how bad, its rule, its line, what is wrong, whether the program corrects it.
final class FindingCell extends ListCell<Finding> {

  private final Supplier<Optional<LintReport>> report;

  FindingCell(Supplier<Optional<LintReport>> report) {
    this.report = report;
    setPrefWidth(0);
  }

  /// With a capital.
  private static String begun(String message) {
    return message.isEmpty()
        ? message
        : Character.toUpperCase(message.charAt(0)) + message.substring(1);
  }

  @Override
  protected void updateItem(@Nullable Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    setText("");
    if (finding == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    int line = report.get().map(one -> one.place(finding).line()).orElse(0);
    String title = LintText.find(finding.code()).map(LintText::title).orElse("");
    var head = new Label(title);
    head.getStyleClass().add("finding-title");
    head.setMinWidth(30);
    HBox.setHgrow(head, Priority.ALWAYS);
    head.setMaxWidth(Double.MAX_VALUE);
    var code = new Label(finding.code());
    code.getStyleClass().addAll("mono", "muted");
    code.setMinWidth(USE_PREF_SIZE);
    var where = new Label("line " + line);
    where.getStyleClass().add("muted");
    where.setMinWidth(USE_PREF_SIZE);
    var top = new HBox(8, SeverityIcon.of(finding.severity()), code, head, where);
    top.setAlignment(Pos.CENTER_LEFT);
    var words = new Label(begun(finding.message()));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("finding-words");
    var box = new VBox(3, top, words);
    if (!finding.correctable()) {
      var own = new Label("No program can know the right value: yours to change.");
      own.setWrapText(true);
      own.getStyleClass().addAll("muted", "small-text");
      box.getChildren().add(own);
    }
    box.setMinWidth(0);
    setGraphic(box);
    setAccessibleText(
        SeverityIcon.word(finding.severity())
            + " "
            + finding.code()
            + ", line "
            + line
            + ": "
            + finding.message());
  }
}
