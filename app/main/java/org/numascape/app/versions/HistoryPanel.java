package org.numascape.app.versions;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.Times;
import org.numascape.comparison.DesignComparison;
import org.numascape.design.Design;
import org.numascape.design.Snapshot;

/// The steps of the session with what each changed, and beside them the snapshots. A click or Enter
/// leads to the state after a step; no step is lost by that.
public final class HistoryPanel extends BorderPane {

  private final DesignStore store;
  private final VersionsWorkflow versions;
  private final ListView<StepRow> steps = new ListView<>();
  private final ListView<ChangeRow> changes = new ListView<>();
  private final Label title = new Label();
  private final Label none = new Label();
  private final Button compare = new Button("Compare with now…");
  private final SnapshotList snapshots;
  private Version shown;
  private boolean filling;

  /// Follows the history of a store.
  public HistoryPanel(DesignStore store, VersionsWorkflow versions) {
    this.store = store;
    this.versions = versions;
    shown = Version.present(store);
    getStyleClass().add("history-panel");
    snapshots = new SnapshotList(store, versions, this::tell);
    steps();
    changes.setId("step-changes");
    changes.setAccessibleText("What the chosen step changed");
    changes.setCellFactory(view -> new ChangeCell());
    changes.setPlaceholder(none);
    none.setWrapText(true);
    none.getStyleClass().add("muted");
    var told = new BorderPane(changes);
    told.setTop(head());
    told.setMinWidth(220);
    var all = new SplitPane(steps, told, snapshots);
    all.setDividerPositions(0.34, 0.66);
    setCenter(all);
    store.history().subscribe(history -> fill());
    store.began().subscribe(began -> fill());
  }

  private void steps() {
    steps.setId("history");
    steps.setFixedCellSize(26);
    steps.setMinWidth(200);
    steps.setAccessibleText("Steps of this session, oldest first. Enter leads to one.");
    steps.setCellFactory(view -> new StepCell(store::jump));
    steps
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !filling) {
            snapshots.forgetSelection();
            tell(row);
          }
        });
    steps.setOnKeyPressed(event -> {
      var row = steps.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER
          && row != null
          && !event.isShortcutDown()
          && !event.isAltDown()) {
        store.jump(row.edits());
        event.consume();
      }
    });
  }

  private Node head() {
    title.getStyleClass().add("history-title");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setTooltip(new Tooltip());
    title.getTooltip().textProperty().bind(title.textProperty());
    HBox.setHgrow(title, Priority.ALWAYS);
    compare.setId("compare-with-now");
    compare.setGraphic(new FontIcon(Material2AL.COMPARE));
    compare.getStyleClass().addAll("small", "flat");
    compare.setMinWidth(Region.USE_PREF_SIZE);
    compare.setTooltip(
        new Tooltip(
            "Hold this state against the design now: words, XML, problems gained and lost"));
    compare.setOnAction(event -> versions.compare(shown));
    var row = new HBox(10, title, compare);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  /// `History 12`, or `History` while nothing was changed.
  public ObservableValue<String> title() {
    return store
        .history()
        .map(history -> history.length() == 0 ? "History" : "History " + history.length());
  }

  /// Gives the list of steps the focus.
  public void begin() {
    steps.requestFocus();
  }

  private void fill() {
    var history = store.history().get();
    var rows = StepRow.of(history, store.began().get());
    filling = true;
    steps.getItems().setAll(rows);
    steps.getSelectionModel().select(history.position());
    filling = false;
    steps.scrollTo(Math.max(0, history.position() - 2));
    if (snapshots.selected().isEmpty()) {
      tell(rows.get(history.position()));
    }
  }

  /// Says what a step changed.
  private void tell(StepRow row) {
    var history = store.history().get();
    shown = Version.of(history, row.edits());
    compare.setDisable(row.edits() == history.position());
    if (row.edits() == 0) {
      say(row.label(), List.of(), "Where this session began: " + Times.ofCalendar(row.at()) + ".");
      return;
    }
    var rows = rows(history.state(row.edits() - 1), history.state(row.edits()));
    say(row.label(), rows, "This changed nothing that is told here.");
  }

  /// Says what restoring a snapshot would change.
  private void tell(Snapshot snapshot) {
    var now = store.design();
    shown = Version.of(snapshot, now);
    compare.setDisable(false);
    say(
        "Restoring “" + snapshot.name() + "” would change",
        rows(now, snapshot.restoredIn(now)),
        "Nothing: the design is as the snapshot has it.");
  }

  private static List<ChangeRow> rows(Design before, Design after) {
    var rows = new java.util.ArrayList<>(ChangeRow.of(DesignComparison.of(before, after)));
    rows.addAll(ChangeRow.ofSnapshots(before, after));
    return rows;
  }

  private void say(String words, List<ChangeRow> rows, String otherwise) {
    title.setText(words);
    none.setText(otherwise);
    changes.getItems().setAll(rows);
    Optional.of(rows).filter(all -> !all.isEmpty()).ifPresent(all -> changes.scrollTo(0));
  }
}
