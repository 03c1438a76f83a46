package org.numascape.app.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.numascape.apply.ApplyPlan;
import org.numascape.apply.Progress;
import org.numascape.apply.Step;

/// How the apply gets on, step by step. It cannot be closed; it can be stopped.
final class ProgressPage extends BorderPane implements Page {

  /// A step and how it stands.
  record Row(Step step, ObjectProperty<State> state) {}

  /// How a step stands.
  enum State {
    /// It is being done.
    RUNNING,
    /// It is done.
    DONE,
    /// It failed.
    FAILED
  }

  private final ListView<Row> list = new ListView<>();
  private final Map<Step, Row> rows = new LinkedHashMap<>();
  private final Label now = new Label("Begins…");
  private final ProgressBar bar = new ProgressBar(0);
  private final int machines;
  private int begun;
  private String current = "";

  ProgressPage(ApplyPlan plan, Runnable stop) {
    getStyleClass().add("review-page");
    machines = plan.domains().size() + (plan.pools().isEmpty() ? 0 : 1);
    var title = new Label("Applying…");
    title.getStyleClass().add("review-title");
    now.getStyleClass().add("muted");
    bar.setMaxWidth(Double.MAX_VALUE);
    var head = new VBox(6, title, now, bar);
    head.getStyleClass().add("review-head");
    list.setId("apply-steps");
    list.setCellFactory(view -> new StepCell());
    list.setAccessibleText("Steps of the apply");
    list.getStyleClass().add("apply-steps");
    var halt = new Button("Stop");
    halt.setId("apply-stop");
    halt.setTooltip(
        new Tooltip("Sets the machine at work back to what it was, and does not begin the rest"));
    halt.setOnAction(event -> {
      halt.setDisable(true);
      now.setText("Stopping: the machine at work is set back…");
      stop.run();
    });
    setTop(head);
    setCenter(list);
    setBottom(new Foot(List.of(), List.of(halt)));
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  /// Nothing: what is under way is not left by accident.
  @Override
  public void escape() {}

  @Override
  public void confirm() {}

  @Override
  public boolean busy() {
    return true;
  }

  /// Shows what was told.
  void tell(Progress progress) {
    var step = progress.step();
    switch (progress) {
      case Progress.Started _ -> started(step);
      case Progress.Done _ -> state(step, State.DONE);
      case Progress.Failed _ -> state(step, State.FAILED);
    }
  }

  private void started(Step step) {
    var row = new Row(step, new SimpleObjectProperty<>(State.RUNNING));
    rows.put(step, row);
    list.getItems().add(row);
    list.scrollTo(list.getItems().size() - 1);
    if (!step.name().equals(current)) {
      current = step.name();
      begun++;
    }
    now.setText(step.toString());
    bar.setProgress(Math.min(1, (begun - 0.5) / Math.max(1, machines)));
  }

  private void state(Step step, State state) {
    var row = rows.get(step);
    if (row != null) {
      row.state().set(state);
    }
  }
}
