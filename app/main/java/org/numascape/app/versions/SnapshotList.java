package org.numascape.app.versions;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.numascape.app.store.DesignStore;
import org.numascape.design.Snapshot;

/// The snapshots of the design, and what can be done with the chosen one.
final class SnapshotList extends BorderPane {

  private final DesignStore store;
  private final VersionsWorkflow versions;
  private final ListView<Snapshot> list = new ListView<>();

  /// @param chosen hears which one is selected
  SnapshotList(DesignStore store, VersionsWorkflow versions, Consumer<Snapshot> chosen) {
    this.store = store;
    this.versions = versions;
    setMinWidth(200);
    list.setId("snapshots");
    list.setFixedCellSize(28);
    list.setAccessibleText("Snapshots, oldest first. Enter restores, F2 renames, Delete deletes.");
    list.setCellFactory(view -> new SnapshotCell(() -> withChosen(versions::restore)));
    var none = new Label("No snapshot yet. One keeps the whole plan under a name, in this file.");
    none.setWrapText(true);
    none.getStyleClass().add("muted");
    list.setPlaceholder(none);
    list.setContextMenu(menu());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(snapshot -> {
          if (snapshot != null) {
            chosen.accept(snapshot);
          }
        });
    setTop(head());
    setCenter(list);
    store.history().map(history -> history.present().snapshots()).subscribe(this::fill);
  }

  private HBox head() {
    var title = new Label("Snapshots");
    title.getStyleClass().add("history-title");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var take = button("take-snapshot", "Take snapshot…  (Ctrl+B)", Material2AL.BOOKMARK_BORDER);
    take.setText("Take");
    take.setOnAction(event -> versions.take());
    var restore =
        button(
            "restore-snapshot",
            "Restore: what was planned then takes the place of what is planned now; this can be"
                + " undone  (Enter)",
            Material2MZ.SETTINGS_BACKUP_RESTORE);
    restore.setOnAction(event -> withChosen(versions::restore));
    var rename = button("rename-snapshot", "Rename…  (F2)", Material2AL.EDIT);
    rename.setOnAction(event -> withChosen(versions::rename));
    var delete =
        button(
            "delete-snapshot", "Delete; this can be undone  (Delete)", Material2AL.DELETE_OUTLINE);
    delete.setOnAction(event -> withChosen(versions::delete));
    for (var button : new Button[] {restore, rename, delete}) {
      button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    }
    var row = new HBox(0, title, take, restore, rename, delete);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  private static Button button(String id, String tip, Ikon icon) {
    var button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    return button;
  }

  private ContextMenu menu() {
    var menu = new ContextMenu();
    add(menu, "Restore", versions::restore);
    add(
        menu,
        "Compare with now…",
        snapshot -> versions.compare(Version.of(snapshot, store.design())));
    add(menu, "Rename…", versions::rename);
    add(menu, "Delete", versions::delete);
    return menu;
  }

  private void add(ContextMenu menu, String words, Consumer<Snapshot> effect) {
    var item = new MenuItem(words);
    item.setOnAction(event -> withChosen(effect));
    menu.getItems().add(item);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || selected().isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> withChosen(versions::restore);
      case F2 -> withChosen(versions::rename);
      case DELETE -> withChosen(versions::delete);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void withChosen(Consumer<Snapshot> effect) {
    selected().ifPresent(effect);
  }

  /// The snapshot that is selected.
  Optional<Snapshot> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /// Selects none.
  void forgetSelection() {
    list.getSelectionModel().clearSelection();
  }

  private void fill(java.util.List<Snapshot> snapshots) {
    if (list.getItems().equals(snapshots)) {
      return;
    }
    var before = selected().map(Snapshot::name);
    list.getItems().setAll(snapshots);
    list.getSelectionModel().clearSelection();
    snapshots.stream()
        .filter(one -> before.filter(one.name()::equals).isPresent())
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
  }
}
