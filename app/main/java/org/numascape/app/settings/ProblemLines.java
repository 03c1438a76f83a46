package org.numascape.app.settings;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.store.Weight;
import org.numascape.app.widget.FixPreview;
import org.numascape.app.widget.SeverityIcon;
import org.numascape.check.Problem;

/// What is wrong, beside what it is about: a line each with a way out.
final class ProblemLines extends VBox {

  private final DesignStore store;
  private final Lane trying = new Lane();
  private List<Problem> shown = List.of();

  ProblemLines(DesignStore store) {
    super(4);
    this.store = store;
    getStyleClass().add("form-problems");
    setVisible(false);
    setManaged(false);
  }

  /// Shows these, and takes no room where there is none.
  void show(List<Problem> problems) {
    if (problems.equals(shown)) {
      return;
    }
    shown = problems;
    // Each way out is tried before it is offered, which takes its time.
    trying.ask(
        Weight.large(store.design()),
        () -> problems.stream().map(Problem::fixes).toList(),
        tried -> fill(problems));
  }

  private void fill(List<Problem> problems) {
    getChildren().setAll(problems.stream().map(this::line).toList());
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
  }

  private HBox line(Problem problem) {
    var icon = SeverityIcon.of(problem.severity());
    var text = new Label(problem.code() + "  " + problem.message() + ".");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMinWidth(0);
    text.setTooltip(new Tooltip(problem.title() + "\n" + problem.why()));
    text.getTooltip().setMaxWidth(480);
    text.getTooltip().setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(8, icon, text);
    line.setId("settings-problem-" + problem.code());
    line.getStyleClass().add("form-problem");
    problem.fixes().stream()
        .findFirst()
        .ifPresent(fix -> {
          var link = new Hyperlink(fix.label());
          link.setMinWidth(Region.USE_PREF_SIZE);
          link.setOnAction(event -> store.apply(fix.edit()));
          FixPreview.on(link, store, fix.edit());
          line.getChildren().add(link);
        });
    return line;
  }
}
