package org.numascape.app.commands;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.numascape.app.store.DesignStore;
import org.numascape.app.store.Lane;
import org.numascape.app.widget.CopyButton;
import org.numascape.app.widget.EmptyNote;
import org.numascape.format.virsh.Line;
import org.numascape.format.virsh.Script;
import org.numascape.format.virsh.VirshCommands;

/// What to type in a shell to get what the design wants, to read, to copy, or to learn from. The
/// commands follow the design from beside the FX thread.
public final class CommandsPanel extends VBox {

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final ListView<Line> list = new ListView<>();
  private final Lane planning = new Lane();
  private final Node head;
  private Script script = new Script(List.of());

  /// Shows the commands of the store's design.
  public CommandsPanel(DesignStore store) {
    getStyleClass().add("commands-panel");
    head = head();
    list.setId("commands");
    list.getStyleClass().add("diff-view");
    list.setCellFactory(view -> new LineCell());
    list.setPlaceholder(
        new EmptyNote(
            Material2AL.CODE, "Nothing is planned. Commands appear here as the design changes."));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText("Shell commands that do what is planned");
    list.setMinHeight(0);
    list.setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        copySelection();
        event.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
    store
        .history()
        .map(history -> history.present())
        .subscribe(design -> planning.ask(true, () -> VirshCommands.of(design), this::show));
  }

  private Node head() {
    var words = new Label("The same by hand, on the host or wherever virsh reaches it:");
    words.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var copy = new CopyButton("Copy", "all commands", () -> script.text());
    copy.setId("copy-commands");
    copy.disableProperty().bind(planning.busy());
    var row = new HBox(10, words, gap, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("panel-head");
    return row;
  }

  private void show(Script planned) {
    script = planned;
    List<Line> lines = script.parts().stream().flatMap(part -> part.lines().stream()).toList();
    list.getItems().setAll(lines);
    head.setVisible(!script.isEmpty());
    head.setManaged(head.isVisible());
  }

  private void copySelection() {
    var content = new ClipboardContent();
    content.putString(
        list.getSelectionModel().getSelectedItems().stream()
            .map(Line::text)
            .collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
