package org.numascape.app.readiness;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.Times;
import org.numascape.readiness.Checklist;
import org.numascape.readiness.Step;
import org.numascape.readiness.StepState;
import org.numascape.topology.HostSettings;
import org.numascape.topology.SettingChange;

/// The eight steps that make a host ready for its guests: how far each is, what was read, and the
/// commands that do it and take it back. What nobody read is unknown, never done.
public final class ReadinessPanel extends BorderPane {

  private final DesignStore store;
  private final ReadinessWorkflow workflow;
  private final ListView<Step> steps = new ListView<>();
  private final ScrollPane details = new ScrollPane();
  private final Label summary = new Label();
  private final Label source = new Label();
  private final Label changed = new Label();
  private final CopyButton all =
      new CopyButton("Copy all", "all commands that are to be run", () -> script(false));
  private final CopyButton back =
      new CopyButton("Copy undo", "what takes all that back", () -> script(true));
  private final Lane working = new Lane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Readiness");
  private Optional<Checklist> shown = Optional.empty();

  /// Follows the design of a store.
  public ReadinessPanel(DesignStore store, ReadinessWorkflow workflow) {
    this.store = store;
    this.workflow = workflow;
    getStyleClass().add("readiness-panel");
    steps.setId("readiness");
    steps.setFixedCellSize(28);
    steps.setMinWidth(220);
    steps.setAccessibleText("Steps of readiness");
    steps.setCellFactory(view -> new StepRow());
    steps
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(step -> {
          if (step != null) {
            tell(step);
          }
        });
    details.setId("readiness-details");
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().add("readiness-details");
    var body = new SplitPane(steps, details);
    body.setDividerPositions(0.36);
    setTop(head());
    setCenter(body);
    store.analysis().subscribe(facts -> working.ask(true, () -> Checklist.of(facts), this::show));
  }

  private Node head() {
    summary.setId("readiness-summary");
    summary.getStyleClass().add("readiness-summary");
    summary.setMinWidth(Region.USE_PREF_SIZE);
    source.setId("readiness-source");
    source.getStyleClass().add("muted");
    source.setMinWidth(0);
    source.setTooltip(new Tooltip());
    source.getTooltip().textProperty().bind(source.textProperty());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    all.setId("copy-all");
    back.setId("copy-all-undo");
    var row = new HBox(8, summary, source, gap, reading(), all, back);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    changed.setId("readiness-changed");
    changed.getStyleClass().add("readiness-changed");
    changed.setGraphic(new FontIcon(Material2AL.COMPARE));
    changed.setMaxWidth(Double.MAX_VALUE);
    changed.setMinWidth(0);
    changed.managedProperty().bind(changed.visibleProperty());
    changed.setTooltip(new Tooltip());
    changed.setVisible(false);
    return new VBox(row, changed);
  }

  private Node reading() {
    var menu =
        new MenuButton(
            "Read settings",
            new FontIcon(Material2MZ.REFRESH),
            item(
                "read-this-machine",
                "Of this machine, from /sys and /proc",
                Material2AL.COMPUTER,
                workflow::readThisMachine),
            item(
                "paste-settings",
                "Paste output of the host…",
                Material2AL.CONTENT_PASTE,
                workflow::paste),
            item("collect-settings", "Collect over ssh…", Material2AL.LINK, workflow::collect));
    menu.setId("read-settings-menu");
    menu.getStyleClass().add("small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setTooltip(new Tooltip("Three ways to read how the host is set; none changes anything"));
    menu.setAccessibleText("Read the host's settings");
    return menu;
  }

  private static MenuItem item(String id, String label, Ikon icon, Runnable action) {
    var item = new MenuItem(label, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// `Readiness`, or `Readiness 3` while so many steps are not done.
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  /// Gives the list of steps the focus.
  public void begin() {
    steps.requestFocus();
  }

  private void show(Checklist checklist) {
    boolean same = shown.filter(checklist::equals).isPresent();
    var settings = store.design().host().facts().settings();
    summary.setText(checklist.summary());
    source.setText(words(settings));
    tell(settings);
    if (same) {
      return;
    }
    shown = Optional.of(checklist);
    long open = checklist.count(StepState.OPEN) + checklist.count(StepState.PART);
    title.set(open == 0 ? "Readiness" : "Readiness " + open);
    boolean nothing = checklist.script().isEmpty();
    all.setDisable(nothing);
    back.setDisable(nothing);
    int selected = Math.max(0, steps.getSelectionModel().getSelectedIndex());
    steps.getItems().setAll(checklist.steps());
    steps.getSelectionModel().clearAndSelect(selected);
  }

  private static String words(HostSettings settings) {
    if (settings.isEmpty()) {
      return "The host's settings were not read yet";
    }
    return settings.readAt().isPresent()
        ? "read from " + settings.from() + ", " + Times.ofCalendar(settings.readAt().get())
        : "from " + settings.from();
  }

  /// What was different at the reading before.
  private void tell(HostSettings settings) {
    changed.setVisible(!settings.changes().isEmpty());
    String words =
        settings.changes().stream().map(ReadinessPanel::words).collect(Collectors.joining("; "));
    changed.setText("Changed since the reading before: " + words);
    changed.getTooltip().setText(words.replace("; ", "\n"));
  }

  private static String words(SettingChange change) {
    return change.before().isEmpty()
        ? change.setting().words() + ": " + change.after()
        : change.setting().words() + " " + change.before() + " → " + change.after();
  }

  private void tell(Step step) {
    details.setContent(new StepPane(store, step));
    details.setVvalue(0);
  }

  private String script(boolean undo) {
    return shown.map(list -> undo ? list.undoScript() : list.script()).orElse("");
  }
}
