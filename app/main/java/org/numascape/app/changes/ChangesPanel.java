package org.numascape.app.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.Background;
import org.numascape.app.store.DesignStore;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.DiffView;
import org.numascape.app.widget.EmptyNote;
import org.numascape.apply.ApplyPlan;
import org.numascape.design.Design;

/// What an apply would change: guests in words on the left, the XML of the selected one on the
/// right.
public final class ChangesPanel extends StackPane {

  private static final String NOTHING =
      "Nothing is changed: the design is what was read from the host.";

  private final Background background = new Background();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ListView<Entry> list = new ListView<>();
  private final DiffView diff = new DiffView();
  private final Label name = new Label();
  private final EmptyNote none = new EmptyNote(Material2AL.CHECK_CIRCLE_OUTLINE, NOTHING);
  private final SplitPane both;
  private Optional<Background.Running> planning = Optional.empty();

  /// Shows the changes of the store's design.
  public ChangesPanel(DesignStore store) {
    getStyleClass().add("changes-panel");
    list.setId("changes");
    list.setCellFactory(view -> new EntryCell(entry -> store.apply(entry.revert())));
    list.setAccessibleText("Changes by virtual machine");
    list.getSelectionModel().selectedItemProperty().subscribe(this::show);
    var right = new BorderPane(diff);
    right.setTop(head());
    right.setMinHeight(0);
    both = new SplitPane(list, right);
    both.setDividerPositions(0.36);
    getChildren().addAll(none, both);
    fill(List.of());
    store.history().map(history -> history.present()).subscribe(this::plan);
  }

  private Node head() {
    name.getStyleClass().add("change-name");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var whole = new CheckBox("Whole XML");
    whole.setId("whole-xml");
    whole.setMinWidth(USE_PREF_SIZE);
    diff.whole().bind(whole.selectedProperty());
    var copy = new CopyButton("Copy", "the difference", this::difference);
    var row = new HBox(10, name, gap, whole, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  /// How many changes there are, in lines of words.
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /// `Changes 7`, or `Changes` when there is none.
  public ObservableValue<String> title() {
    return count.map(changes -> changes.intValue() == 0 ? "Changes" : "Changes " + changes);
  }

  /// Writing the XML of many guests takes too long for the thread that draws; only the latest
  /// design counts.
  private void plan(Design design) {
    planning.ifPresent(old -> old.cancel().run());
    planning =
        Optional.of(
            background.start(
                "Comparing with the host",
                () -> Entry.of(ApplyPlan.of(design, Map.of())),
                this::fill,
                failure -> {
                  fill(List.of());
                  none.say(String.valueOf(failure.getMessage()));
                }));
  }

  private void fill(List<Entry> entries) {
    none.say(NOTHING);
    var selected = Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(Entry::name);
    list.getItems().setAll(entries);
    entries.stream()
        .filter(entry -> selected.filter(entry.name()::equals).isPresent())
        .findFirst()
        .or(() -> entries.stream().filter(Entry.OfGuest.class::isInstance).findFirst())
        .or(() -> entries.stream().findFirst())
        .ifPresent(list.getSelectionModel()::select);
    both.setVisible(!entries.isEmpty());
    none.setVisible(entries.isEmpty());
    count.set(entries.stream().mapToInt(entry -> entry.words().size()).sum());
  }

  private void show(@Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    name.setText(
        switch (entry) {
          case Entry.Pools _ -> "Set on the host itself; no XML changes";
          case Entry.OfGuest(var plan) -> plan.name() + ".xml";
        });
    diff.show(entry.diff());
  }

  private String difference() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .map(entry ->
            entry
                .diff()
                .unified("host/" + entry.name() + ".xml", "design/" + entry.name() + ".xml", 3))
        .orElse("");
  }
}
